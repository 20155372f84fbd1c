package dev.windrose.journeys.web;

import dev.windrose.journeys.track.LedgerLine;
import dev.windrose.journeys.track.RereadEvents;
import dev.windrose.journeys.track.TrackKey;
import dev.windrose.journeys.track.TrackKeys;
import dev.windrose.journeys.track.TrackLedger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources of events: their keys, what came by them and what was refused. */
@RestController
@RequestMapping("/api/v1/tracking")
class TrackKeyController {

    private final TrackKeys keys;
    private final TrackLedger ledger;
    private final RereadEvents reread;

    TrackKeyController(TrackKeys keys, TrackLedger ledger, RereadEvents reread) {
        this.keys = keys;
        this.ledger = ledger;
        this.reread = reread;
    }

    /** @param origins of the pages that may use the key; none for a program */
    record Body(@Nullable String name, @Nullable List<String> origins) {}

    /** @param key only when it was just made */
    record View(
            UUID id,
            String name,
            String hint,
            List<String> origins,
            Instant createdAt,
            String createdByName,
            @Nullable Instant revokedAt,
            @Nullable String key) {

        static View of(TrackKey key, @Nullable String secret) {
            return new View(
                    key.id(),
                    key.name(),
                    key.hint(),
                    key.origins(),
                    key.createdAt(),
                    key.createdByName(),
                    key.revokedAt(),
                    secret);
        }
    }

    @GetMapping("/sources")
    Map<String, List<View>> all() {
        return Map.of("data", keys.all().stream().map(key -> View.of(key, null)).toList());
    }

    @PostMapping("/sources")
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody Body body) {
        var issued = keys.create(body.name(), body.origins());
        return View.of(issued.source(), issued.key());
    }

    @PutMapping("/sources/{id}")
    View change(@PathVariable UUID id, @RequestBody Body body) {
        return View.of(keys.change(id, body.name(), body.origins()), null);
    }

    @DeleteMapping("/sources/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        keys.revoke(id);
    }

    /** What came by each source on each of the last days, in the time zone of the workspace. */
    @GetMapping("/ledger")
    Map<String, List<LedgerLine>> ledger(@RequestParam(defaultValue = "30") int days) {
        return Map.of("data", ledger.of(days));
    }

    /** The newest requests with their first events, for whoever sets a source up. */
    @GetMapping("/debugger")
    Map<String, List<TrackLedger.Request>> newest(@RequestParam(required = false) @Nullable UUID source) {
        return Map.of("data", ledger.newest(source));
    }

    /** Makes all events of journeys anew, from the record and from kept requests; answers with the job. */
    @PostMapping("/reread")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> reread() {
        return Map.of("job_id", reread.start().toString());
    }
}
