package io.plimsoll.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request through if its route says so. Where there is no route, whoever is known is told so; others are asked who they are first, so that
 * nobody learns from outside which routes there are.
 */
final class DeclaredAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private final Supplier<RequestMappingHandlerMapping> routes;

    /** @param routes asked for when the first request comes, since they are made after this */
    DeclaredAccess(Supplier<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication who = authentication.get();
        Caller caller = who instanceof Caller known ? known : null;
        HandlerMethod route = route(context.getRequest());
        if (route == null) {
            return new AuthorizationDecision(caller != null);
        }
        if (route.hasMethodAnnotation(Open.class)) {
            return new AuthorizationDecision(true);
        }
        Requires required = route.getMethodAnnotation(Requires.class);
        return new AuthorizationDecision(
                required != null && caller != null && caller.identity().role().includes(required.value()));
    }

    private @Nullable HandlerMethod route(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain chain = routes.get().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception e) {
            // another method, content type or answer than the route has: the dispatcher says which
            return null;
        }
    }
}
