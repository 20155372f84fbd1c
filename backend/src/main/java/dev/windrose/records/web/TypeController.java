package dev.windrose.records.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.Descriptors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TypeController {

    private final Descriptors descriptors;

    TypeController(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    @GetMapping("/api/v1/meta/types")
    List<Map<String, @Nullable Object>> types() {
        var actor = ActorScope.current();
        return descriptors.all().stream()
                .filter(type -> Permissions.allows(actor, Operation.READ, type.name()))
                .map(TypeJson::of)
                .toList();
    }
}
