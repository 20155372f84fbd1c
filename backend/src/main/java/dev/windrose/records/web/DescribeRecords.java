package dev.windrose.records.web;

import dev.windrose.records.Descriptors;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the paths of every record type into the API's description, in place of the one path that serves them all. */
@Configuration(proxyBeanMethods = false)
class DescribeRecords {

    private static final String GENERIC = "/api/v1/{plural}";

    @Bean
    @Lazy
    @Order(Ordered.HIGHEST_PRECEDENCE)
    GlobalOpenApiCustomizer pathsOfRecordTypes(Descriptors descriptors) {
        return api -> {
            List.copyOf(api.getPaths().keySet()).stream()
                    .filter(path -> path.startsWith(GENERIC))
                    .forEach(api.getPaths()::remove);
            // This description is made once, for everybody: what a workspace has added is told at /api/v1/meta/openapi.
            descriptors.builtIn().all().forEach(type -> add(api, new TypePaths(type)));
        };
    }

    static void add(OpenAPI api, TypePaths paths) {
        paths.schemas().forEach(api.getComponents()::addSchemas);
        paths.paths().forEach((path, item) -> {
            var written = api.getPaths().get(path);
            if (written != null && item.getPost() == null) {
                item.setPost(written.getPost());
            }
            api.getPaths().addPathItem(path, item);
        });
        new ListPaths(paths.type()).paths().forEach(api.getPaths()::addPathItem);
    }
}
