package dev.windrose.integrations.web;

import dev.windrose.integrations.Aliases;
import dev.windrose.integrations.MessageRetention;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What holds for messages of all sources: further addresses of people, and how long words are kept. */
@RestController
@RequestMapping("/api/v1/connections")
class MessageRulesController {

    private final Aliases aliases;
    private final MessageRetention retention;

    MessageRulesController(Aliases aliases, MessageRetention retention) {
        this.aliases = aliases;
        this.retention = retention;
    }

    /** @param sameAs the address that somebody is known by */
    record Alias(String address, String sameAs) {}

    record AliasViews(List<Aliases.Entry> data) {}

    /** @param days null keeps messages for good */
    record Retention(@Nullable Integer days) {}

    @GetMapping("/aliases")
    AliasViews aliases() {
        return new AliasViews(aliases.all());
    }

    @PostMapping("/aliases")
    AliasViews add(@RequestBody Alias body) {
        return new AliasViews(aliases.add(body.address(), body.sameAs()));
    }

    @DeleteMapping("/aliases/{address}")
    AliasViews remove(@PathVariable String address) {
        return new AliasViews(aliases.remove(address));
    }

    @GetMapping("/retention")
    Retention retention() {
        return new Retention(retention.days().orElse(null));
    }

    @PutMapping("/retention")
    Retention retain(@RequestBody Retention body) {
        return new Retention(retention.change(body.days()).orElse(null));
    }
}
