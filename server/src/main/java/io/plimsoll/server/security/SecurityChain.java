package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.fault.ProblemWriter;
import io.plimsoll.server.oidc.IdentityProvider;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every request passes, in this order: its size, the name of the server, who asks, how often, from which page, and whether the route lets him. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityChain {
    private static final int LARGEST_BODY = 1 << 20;
    private static final String CONTENT_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=()";

    /**
     * What the chain holds requests against.
     *
     * @param hosts names that the server answers to, without ports
     * @param perSecond how often one may ask in the long run
     * @param atOnce how often after a rest
     * @param slowestBody how long a body may take to come
     */
    public record Terms(Set<String> hosts, double perSecond, int atOnce, Duration slowestBody) {
        public Terms {
            hosts = Set.copyOf(hosts);
        }

        /** What a person with a browser and a program that polls come nowhere near. */
        public static Terms usual(Set<String> hosts) {
            return new Terms(hosts, 50, 500, Duration.ofSeconds(30));
        }
    }

    private final Terms terms;
    private final InstantSource clock;

    SecurityChain(Terms terms, InstantSource clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @Bean
    Refusals refusals(ProblemWriter writer) {
        return new Refusals(writer);
    }

    @Bean
    SignIns signIns(ObjectProvider<IdentityProvider> provider, RandomGenerator random, Credentials credentials) {
        return new SignIns(provider.getIfAvailable(), new PendingSignIns(clock, random), credentials);
    }

    /** Paths that are written in a roundabout way, methods that there are none of, headers that are none. */
    @Bean
    RequestRejectedHandler rejected(Refusals refusals) {
        return (request, response, rejection) -> refusals.refuse(
                request,
                response,
                Problem.of(
                        Refusals.BAD_REQUEST,
                        "REQUEST_MALFORMED",
                        "the request's line or one of its headers is not plain",
                        "write the path as docs/server.md does, without '..', '//', ';' or encoded slashes"));
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Credentials credentials,
            Refusals refusals,
            ObjectProvider<RequestMappingHandlerMapping> routes)
            throws Exception {
        Rate rate = new Rate(new Rate.Limit(terms.perSecond(), terms.atOnce()), clock);
        Rate failures = new Rate(new Rate.Limit(0.5, 20), clock);
        DeclaredAccess declared =
                new DeclaredAccess(() -> routes.stream().findFirst().orElseThrow());
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityChain::headers)
                .addFilterAfter(new BodyLimit(LARGEST_BODY, terms.slowestBody(), refusals), HeaderWriterFilter.class)
                .addFilterAfter(new HostCheck(terms.hosts(), refusals), BodyLimit.class)
                .addFilterBefore(new WhoAsks(credentials, refusals, failures), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RateLimit(rate, refusals), WhoAsks.class)
                .addFilterAfter(new SessionGuard(refusals), RateLimit.class)
                .addFilterAfter(new IdempotentCalls(refusals, clock), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> refusals.refuse(request, response, Refusals.unknown()))
                        .accessDeniedHandler(
                                (request, response, why) -> refusals.refuse(request, response, Refusals.forbidden())))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(declared))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // with none at all a browser would not say from which page a form comes
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS));
    }
}
