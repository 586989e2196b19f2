package io.plimsoll.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plimsoll.server.fault.ProblemWriter;
import io.plimsoll.server.fault.WayIn;
import io.plimsoll.server.log.RequestLog;
import io.plimsoll.server.oidc.IdentityProvider;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.random.RandomGenerator;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The web server and what stands before every route. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class HttpWiring implements WebMvcConfigurer {
    private static final String SECURITY = "springSecurityFilterChain";
    private static final int SECURITY_ORDER = -100;
    private static final int MOST_THREADS = 64;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int SLOWEST_MILLIS = 10_000;
    private static final long PATIENCE_MILLIS = 15_000;

    /** JSON as everywhere in Plimsoll: snake_case, absent instead of null, nothing unknown, nothing twice, nothing taken for something else. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(usual ->
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, HttpWiring::refuseNumbers)
            .build();

    private static void refuseNumbers(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    @Bean
    JsonMapper mapper() {
        return JSON;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(JSON));
    }

    @Bean
    WayIn wayIn(ObjectProvider<IdentityProvider> provider) {
        return WayIn.of(provider.getIfAvailable() != null);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper, WayIn wayIn) {
        return new ProblemWriter(mapper, wayIn);
    }

    @Bean
    TomcatServletWebServerFactory webServer(ServerOptions options) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(options.port()) {
            @Override
            protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
                ((StandardHost) tomcat.getHost()).setErrorReportValveClass(PlainErrors.class.getName());
                return super.getTomcatWebServer(tomcat);
            }
        };
        factory.setAddress(options.address());
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addContextValves(new UnreadBodies());
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("maxThreads", String.valueOf(MOST_THREADS));
            connector.setProperty("maxConnections", String.valueOf(MOST_CONNECTIONS));
            connector.setProperty("connectionTimeout", String.valueOf(SLOWEST_MILLIS));
        });
        return factory;
    }

    /** Answers that take longer are broken off when the server stops. */
    @Bean
    DefaultLifecycleProcessor lifecycleProcessor() {
        DefaultLifecycleProcessor lifecycle = new DefaultLifecycleProcessor();
        lifecycle.setTimeoutPerShutdownPhase(PATIENCE_MILLIS);
        return lifecycle;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
        ServletRegistrationBean<DispatcherServlet> dispatcher =
                new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        dispatcher.setAsyncSupported(true);
        dispatcher.setLoadOnStartup(1);
        return dispatcher;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean security() {
        DelegatingFilterProxyRegistrationBean security = new DelegatingFilterProxyRegistrationBean(SECURITY);
        security.setOrder(SECURITY_ORDER);
        security.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return security;
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog(PrometheusMeterRegistry meters, RandomGenerator random) {
        FilterRegistrationBean<RequestLog> log = new FilterRegistrationBean<>(new RequestLog(meters, random));
        log.setOrder(Ordered.HIGHEST_PRECEDENCE);
        log.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return log;
    }

    @Bean
    PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        return meters;
    }
}
