package dev.windrose.integrations.web;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionChange;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.Connections;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.Connectors;
import dev.windrose.integrations.SourceHealth;
import dev.windrose.integrations.Untracked;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.PublicAddress;
import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.credentials.StoredCredential;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources of messages, for administrators. */
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionController {

    private final Connections connections;
    private final Connectors connectors;
    private final SourceHealth health;
    private final Untracked untracked;
    private final Credentials credentials;
    private final PublicAddress address;

    ConnectionController(
            Connections connections,
            Connectors connectors,
            SourceHealth health,
            Untracked untracked,
            Credentials credentials,
            PublicAddress address) {
        this.connections = connections;
        this.connectors = connectors;
        this.health = health;
        this.untracked = untracked;
        this.credentials = credentials;
        this.address = address;
    }

    /**
     * @param secret what kind of credential the secret is; null where there is none
     * @param answerToken how a form asks for the token by which messages are answered; null for what is not answered
     */
    record Kind(
            String kind,
            String label,
            @Nullable String secret,
            boolean pulled,
            List<Setting> settings,
            @Nullable Setting answerToken) {

        static Kind of(Connector connector) {
            return new Kind(
                    connector.kind(),
                    connector.label(),
                    connector.secret(),
                    connector instanceof Connector.Pulled,
                    connector.settings().stream().map(Setting::of).toList(),
                    connector instanceof Connector.Answered answered ? Setting.of(answered.tokenSetting()) : null);
        }
    }

    record Setting(
            String name,
            String label,
            String kind,
            @Nullable String help,
            boolean required,
            boolean secret,
            @Nullable Object initial,
            List<ConnectionSetting.Choice> choices) {

        static Setting of(ConnectionSetting setting) {
            return new Setting(
                    setting.name(),
                    setting.label(),
                    setting.kind().wire(),
                    setting.help(),
                    setting.required(),
                    setting.secret(),
                    setting.initial(),
                    setting.choices());
        }
    }

    record Kinds(List<Kind> data) {}

    record Known(String kind, String lastFour, Instant setAt, String setByName, boolean readable) {}

    /** @param address where a source that calls us sends its messages; null for the others */
    record View(
            UUID id,
            String kind,
            String name,
            Map<String, Object> settings,
            @Nullable Known secret,
            String status,
            boolean shared,
            @Nullable UUID ownerId,
            @Nullable String problem,
            @Nullable String address,
            @Nullable Instant polledAt,
            Instant createdAt,
            String createdByName) {}

    record Views(List<View> data) {}

    record Health(
            boolean addsUp,
            @Nullable String problem,
            @Nullable Instant polledAt,
            List<Day> days) {}

    record Day(
            LocalDate day,
            int received,
            int stored,
            Map<String, Integer> excluded,
            Map<String, Integer> failed,
            int waiting,
            @Nullable Integer announced,
            int missing,
            boolean addsUp) {

        static Day of(SourceHealth.Day day) {
            return new Day(
                    day.day(),
                    day.received(),
                    day.stored(),
                    day.excluded(),
                    day.failed(),
                    day.waiting(),
                    day.announced(),
                    day.missing(),
                    day.addsUp());
        }
    }

    record Untrackeds(List<Untracked.Entry> data) {}

    record Address(String address) {}

    @GetMapping
    Views all() {
        return new Views(connections.all().stream().map(this::view).toList());
    }

    @GetMapping("/kinds")
    Kinds kinds() {
        return new Kinds(connectors.all().stream().map(Kind::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody ConnectionChange body) {
        return view(connections.create(body));
    }

    @GetMapping("/{id}")
    View get(@PathVariable UUID id) {
        return view(connections.get(id));
    }

    @PatchMapping("/{id}")
    View change(@PathVariable UUID id, @RequestBody ConnectionChange body) {
        return view(connections.change(id, body));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        connections.remove(id);
    }

    @PostMapping("/{id}/test")
    Map<String, Boolean> test(@PathVariable UUID id) {
        connections.tryOut(connections.get(id));
        return Map.of("ok", true);
    }

    @PostMapping("/{id}/poll")
    View poll(@PathVariable UUID id) {
        return view(connections.pollSoon(id));
    }

    @GetMapping("/{id}/health")
    Health health(@PathVariable UUID id, @RequestParam(defaultValue = "14") int days) {
        var report = health.of(id, days);
        return new Health(
                report.addsUp(),
                report.connection().problem(),
                report.connection().polledAt(),
                report.days().stream().map(Day::of).toList());
    }

    @GetMapping("/untracked")
    Untrackeds untracked() {
        return new Untrackeds(untracked.all());
    }

    @PostMapping("/untracked")
    Untrackeds track(@RequestBody Address body) {
        return new Untrackeds(untracked.add(body.address()));
    }

    @DeleteMapping("/untracked/{address}")
    Untrackeds trackAgain(@PathVariable String address) {
        return new Untrackeds(untracked.remove(address));
    }

    private View view(Connection connection) {
        var connector = connectors.get(connection.kind());
        boolean pushed = connector instanceof Connector.Pushed;
        String path = "/api/v1/inbound/%s/%s".formatted(ActorScope.current().tenant(), connection.id());
        return new View(
                connection.id(),
                connection.kind(),
                connection.name(),
                connection.settings(),
                known(credentials.find(connection.credential())),
                connection.status().name().toLowerCase(Locale.ROOT),
                connection.shared(),
                connection.owner() == null ? null : connection.owner().value(),
                connection.problem(),
                pushed
                        ? address.of(path)
                        : connector.mailAddress(ActorScope.current().tenant(), connection.id()),
                connection.polledAt(),
                connection.createdAt(),
                connection.createdByName());
    }

    private static @Nullable Known known(@Nullable StoredCredential stored) {
        return stored == null
                ? null
                : new Known(stored.kind(), stored.lastFour(), stored.setAt(), stored.setByName(), stored.readable());
    }
}
