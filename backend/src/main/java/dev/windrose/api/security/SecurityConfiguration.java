package dev.windrose.api.security;

import dev.windrose.api.problem.WriteProblem;
import dev.windrose.platform.access.Authentication;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** One chain of four filters behind Spring Security's firewall, put together by hand: the builder costs start-up time for nothing here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain securityFilterChain(Authentication authentication, ApiPaths paths, WriteProblem problems) {
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new HeaderWriterFilter(headers(paths)),
                new BodySizeFilter(problems),
                new ActorFilter(authentication, paths, problems));
    }

    /** Nobody looks at the times of single filters, which took a twelfth of each request. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Pages get their own content policy from the module that serves them; API answers may load nothing and be framed nowhere. */
    private static List<HeaderWriter> headers(ApiPaths paths) {
        return List.of(
                new XContentTypeOptionsHeaderWriter(),
                new DelegatingRequestMatcherHeaderWriter(
                        request -> !paths.embeddable(request), new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), payment=(), usb=()"),
                new HstsHeaderWriter(31_536_000, false),
                new CacheControlHeadersWriter(),
                new DelegatingRequestMatcherHeaderWriter(
                        request -> paths.guarded(request) && !paths.embeddable(request),
                        new ContentSecurityPolicyHeaderWriter("default-src 'none'; frame-ancestors 'none'")),
                new DelegatingRequestMatcherHeaderWriter(
                        paths::embeddable,
                        new ContentSecurityPolicyHeaderWriter(
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")));
    }
}
