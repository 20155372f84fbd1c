package dev.windrose.platform.web;

import dev.windrose.platform.FeatureFlags;
import java.util.List;
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

    FlagController(FeatureFlags flags) {
        this.flags = flags;
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
    Views change(@PathVariable String name, @RequestBody Change change) {
        flags.set(name, change.enabled());
        return all();
    }
}
