package io.plimsoll.server.system;

import io.plimsoll.access.Role;
import io.plimsoll.project.BuildInfo;
import io.plimsoll.server.security.Open;
import io.plimsoll.server.security.Requires;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the interface, for programs and, as a page, for people. */
@RestController
public final class ApiController {
    private static final String PAGES = "io/plimsoll/server/page/";
    private static final MediaType SCRIPT = new MediaType("text", "javascript");
    private static final MediaType STYLE = new MediaType("text", "css");

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    /** @param routes of which this is one */
    ApiController(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE, name = "This description")
    Map<String, Object> description() {
        return OpenApi.of(
                routes.stream().findFirst().orElseThrow(), BuildInfo.read().version());
    }

    /** An empty page, which asks for the description as whoever looks at it. */
    @Open
    @GetMapping(path = "/api", produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return new ClassPathResource(PAGES + "api.html");
    }

    @Open
    @GetMapping("/api.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok().contentType(SCRIPT).body(new ClassPathResource(PAGES + "api.js"));
    }

    @Open
    @GetMapping("/api.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok().contentType(STYLE).body(new ClassPathResource(PAGES + "api.css"));
    }
}
