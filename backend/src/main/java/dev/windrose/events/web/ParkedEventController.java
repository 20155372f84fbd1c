package dev.windrose.events.web;

import dev.windrose.events.ParkedEvent;
import dev.windrose.events.Subscriptions;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/parked-events")
class ParkedEventController {

    private final Subscriptions subscriptions;

    ParkedEventController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    record View(
            UUID id,
            String subscription,
            String event,
            @Nullable UUID recordId,
            String status,
            int attempts,
            Instant nextAt,
            @Nullable String error) {

        static View of(ParkedEvent parked) {
            return new View(
                    parked.id(),
                    parked.subscription(),
                    parked.name(),
                    parked.recordId(),
                    parked.dead() ? "dead" : "waiting",
                    parked.attempts(),
                    parked.nextAt(),
                    parked.error());
        }
    }

    record Views(List<View> data) {}

    @GetMapping
    Views list() {
        Permissions.require(Operation.MANAGE, "workspace");
        return new Views(subscriptions.parked().stream().map(View::of).toList());
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable UUID id) {
        Permissions.require(Operation.MANAGE, "workspace");
        subscriptions.replay(id);
    }

    @PostMapping("/{id}/skip")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void skip(@PathVariable UUID id) {
        Permissions.require(Operation.MANAGE, "workspace");
        subscriptions.skip(id);
    }
}
