package dev.windrose.workspace.view;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Teams;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.CheckQuery;
import dev.windrose.workspace.view.SavedView.Layout;
import dev.windrose.workspace.view.SavedView.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The views that the actor may open. */
@Component
public class SavedViews {

    private static final Set<String> PARTS =
            Set.of("filter", "sort", "fields", "group_by", "column_field", "date_fields", "measures");
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 300;

    private final ViewStore store;
    private final CheckQuery check;
    private final Descriptors descriptors;
    private final Teams teams;
    private final Clock clock;

    SavedViews(ViewStore store, CheckQuery check, Descriptors descriptors, Teams teams, Clock clock) {
        this.store = store;
        this.check = check;
        this.descriptors = descriptors;
        this.teams = teams;
        this.clock = clock;
    }

    /** Of a type that the actor may read. */
    @Transactional(readOnly = true)
    public List<OpenView> of(String recordType) {
        Permissions.require(Operation.READ, descriptors.get(recordType).name());
        return store.of(recordType).stream()
                .filter(this::visible)
                .map(this::opened)
                .toList();
    }

    /** @throws AppException NOT_FOUND also for a view that is not meant for the actor */
    @Transactional(readOnly = true)
    public OpenView get(UUID id) {
        return opened(find(id));
    }

    @Transactional
    public OpenView create(ViewChange change) {
        var type = descriptors.get(required(change.recordType(), "record_type"));
        Permissions.require(Operation.READ, type.name());
        if (store.of(type.name()).size() >= MOST) {
            throw new AppException(
                    CommonError.CONFLICT, "There are too many views of %s.".formatted(type.labelPlural()));
        }
        var view = new SavedView(
                Ids.next(),
                type.name(),
                name(required(change.name(), "name")),
                Objects.requireNonNullElse(change.layout(), Layout.LIST),
                Objects.requireNonNullElse(change.visibility(), Visibility.PRIVATE),
                People.self(),
                query(type.name(), Objects.requireNonNullElse(change.query(), Map.of())),
                Boolean.TRUE.equals(change.isDefault()),
                1,
                now(),
                now());
        requireAudience(view);
        store.insert(view);
        return kept(view);
    }

    /** @param seen the version the caller has seen; null takes the view as it is */
    @Transactional
    public OpenView change(UUID id, ViewChange change, @Nullable Long seen) {
        var old = editable(id);
        var view = new SavedView(
                id,
                old.recordType(),
                change.name() == null ? old.name() : name(change.name()),
                Objects.requireNonNullElse(change.layout(), old.layout()),
                Objects.requireNonNullElse(change.visibility(), old.visibility()),
                old.owner(),
                change.query() == null ? old.query() : query(old.recordType(), change.query()),
                Objects.requireNonNullElse(change.isDefault(), old.isDefault()),
                old.version() + 1,
                old.createdAt(),
                now());
        requireAudience(view);
        if (seen != null && seen != old.version() || !store.update(view)) {
            throw new AppException(CommonError.STALE_VERSION, "Somebody has changed this view since.", "If-Match");
        }
        return kept(view);
    }

    @Transactional
    public void delete(UUID id) {
        store.delete(editable(id).id());
    }

    private OpenView kept(SavedView view) {
        if (view.isDefault()) {
            store.onlyDefault(view);
        }
        return opened(view);
    }

    private SavedView find(UUID id) {
        return store.find(id)
                .filter(view -> descriptors.find(view.recordType()).isPresent()
                        && Permissions.allows(ActorScope.current(), Operation.READ, view.recordType())
                        && visible(view))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such view."));
    }

    private SavedView editable(UUID id) {
        var view = find(id);
        if (!mayEdit(view)) {
            throw new AppException(CommonError.NOT_ALLOWED, "Only its owner or an administrator changes this view.");
        }
        return view;
    }

    private static boolean mayEdit(SavedView view) {
        var actor = ActorScope.current();
        return view.owner().equals(actor.person()) || actor.role().atLeast(Role.ADMIN);
    }

    private boolean visible(SavedView view) {
        var person = ActorScope.current().person();
        return view.owner().equals(person)
                || switch (view.visibility()) {
                    case SHARED -> true;
                    case PRIVATE -> false;
                    case TEAM ->
                        person != null
                                && teams.all().stream()
                                        .anyMatch(team -> team.members().containsAll(Set.of(view.owner(), person)));
                };
    }

    private OpenView opened(SavedView view) {
        var checked = check.of(view.recordType(), view.query());
        return new OpenView(view, checked.query(), checked.problems(), mayEdit(view));
    }

    /** What others see first is decided by those who lead them. */
    private static void requireAudience(SavedView view) {
        if (view.visibility() != Visibility.PRIVATE
                && !ActorScope.current().role().atLeast(Role.MEMBER)) {
            throw new AppException(CommonError.NOT_ALLOWED, "Your role keeps views for yourself only.", "visibility");
        }
        if (view.isDefault()
                && view.visibility() == Visibility.SHARED
                && !ActorScope.current().role().atLeast(Role.MANAGER)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "Managers decide which view everybody opens first.", "is_default");
        }
    }

    private Map<String, @Nullable Object> query(String type, Map<String, @Nullable Object> given) {
        given.keySet().stream()
                .filter(part -> !PARTS.contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new AppException(CommonError.UNKNOWN_FIELD, "A view has no \"%s\".".formatted(part), part);
                });
        var problems = check.of(type, given).problems();
        if (!problems.isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, problems.getFirst(), "query");
        }
        return given;
    }

    private static String name(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new AppException(CommonError.BAD_VALUE, "A view has a name of 1 to 100 characters.", "name");
        }
        return name;
    }

    private static String required(@Nullable String value, String member) {
        if (value == null) {
            throw new AppException(CommonError.REQUIRED, "\"%s\" is required.".formatted(member), member);
        }
        return value;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
