package dev.windrose.records.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.Descriptors;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The records API as the workspace in scope has it, with the fields and types it has added. */
@RestController
class OpenApiController {

    private final Descriptors descriptors;

    OpenApiController(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    @GetMapping(path = "/api/v1/meta/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    String describe() {
        var actor = ActorScope.current();
        var api = new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info().title("Windrose: records of this workspace").version("v1"))
                .paths(new Paths())
                .components(new Components());
        descriptors.all().stream()
                .filter(type -> Permissions.allows(actor, Operation.READ, type.name()))
                .forEach(type -> DescribeRecords.add(api, new TypePaths(type)));
        return Json31.pretty(api);
    }
}
