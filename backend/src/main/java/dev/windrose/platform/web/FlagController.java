package dev.windrose.platform.web;

import dev.windrose.platform.FeatureFlags;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/flags")
class FlagController {

    private final FeatureFlags flags;
    private final AuditLog audit;

    FlagController(FeatureFlags flags, AuditLog audit) {
        this.flags = flags;
        this.audit = audit;
    }

    record View(String name, String description, boolean enabled) {}

    record Views(List<View> data) {}

    record Change(boolean enabled) {}

    @GetMapping
    Views all() {
        var enabled = flags.all();
        return new Views(flags.declared().stream()
                .map(flag -> new View(flag.name(), flag.description(), enabled.getOrDefault(flag.name(), false)))
                .toList());
    }

    @PatchMapping("/{name}")
    @Transactional
    Views change(@PathVariable String name, @RequestBody Change change) {
        flags.set(name, change.enabled());
        audit.append(AuditEntry.of(AuditAction.FLAG_CHANGED, name, Map.of("enabled", change.enabled())));
        return all();
    }
}
