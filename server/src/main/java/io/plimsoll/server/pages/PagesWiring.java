package io.plimsoll.server.pages;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** How pages are made of templates, and what all of them know. */
@Configuration(proxyBeanMethods = false)
public class PagesWiring {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Bean
    ThymeleafViewResolver pageViews() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(PagesWiring.class.getClassLoader());
        templates.setPrefix("io/plimsoll/server/pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(UTF_8);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding(UTF_8);
        // what cannot be made to its end is not begun: the client is told so instead
        views.setProducePartialOutputWhileProcessing(false);
        return views;
    }

    @Bean
    Words words(InstantSource clock) {
        return new Words(clock);
    }
}
