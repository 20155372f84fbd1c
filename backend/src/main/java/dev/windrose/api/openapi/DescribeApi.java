package dev.windrose.api.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The parts that every operation shares. A module adds paths of its own through another customizer. */
@Configuration(proxyBeanMethods = false)
class DescribeApi {

    private static final String PROBLEM = "Problem";

    @Bean
    @Lazy
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Windrose")
                        .version("v1")
                        .description(
                                "Records, change sets and intake of a workspace. Errors are problem details (RFC 9457).")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "An API token, wr_..., with the scopes read, write, intake or admin."))
                                .addSecuritySchemes(
                                        "session",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.APIKEY)
                                                .in(SecurityScheme.In.COOKIE)
                                                .name("WINDROSE_SESSION")
                                                .description(
                                                        "The cookie of POST /api/v1/sign-in. Unsafe methods also need the header X-XSRF-TOKEN.")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    /** The description's own mapper knows nothing of the names on the wire. */
    @Bean
    @Lazy
    ModelResolver modelResolver() {
        return new ModelResolver(
                        Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
                        new NestedNames())
                .openapi31(true);
    }

    @Bean
    @Lazy
    GlobalOpenApiCustomizer everyAnswerMayBeAProblem() {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse().description("A problem").content(content))));
        };
    }

    private static Schema<?> problem() {
        var error = of("object")
                .addProperty("field", of("string"))
                .addProperty("code", of("string"))
                .addProperty("detail", of("string"));
        return of("object")
                .addProperty("type", of("string"))
                .addProperty("title", of("string"))
                .addProperty("status", of("integer"))
                .addProperty("detail", of("string"))
                .addProperty("code", of("string"))
                .addProperty("field", of("string"))
                .addProperty("errors", of("array").items(error))
                .addProperty("request_id", of("string"));
    }

    /** In version 3.1 the typed subclasses lose their type. */
    private static Schema<?> of(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
