package dev.windrose.journeys.track;

import dev.windrose.journeys.track.NamedRecordStore.Person;
import dev.windrose.journeys.track.TrackedEventStore.Known;
import dev.windrose.journeys.track.VisitorStore.Visitor;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.TextKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds out whose events are: of which visitor, and of which contact and company once the visitor has said who it is. */
@Component
class KnowPeople {

    private final VisitorStore visitors;
    private final NamedRecordStore records;
    private final JsonMapper json;

    KnowPeople(VisitorStore visitors, NamedRecordStore records, JsonMapper json) {
        this.visitors = visitors;
        this.records = records;
        this.json = json;
    }

    /** What is known of the records that events name. */
    private record Named(
            Map<UUID, Person> contacts, Map<String, Person> emails, Set<UUID> companies, Map<String, UUID> products) {}

    /** @param outcomes takes those that name records which are not there */
    List<Known> of(Collection<TrackedEvent> events, Instant now, List<Outcome> outcomes) {
        var named = named(events);
        var taken = new ArrayList<TrackedEvent>();
        for (var event : events) {
            String missing = missing(event, named);
            if (missing == null) {
                taken.add(event);
            } else {
                outcomes.add(Outcome.refused(
                        event.index(),
                        event.id(),
                        new RefusedEvent("unknown_record", "There is no such " + missing + " in this workspace.")));
            }
        }
        visitors.lock(taken.stream().anyMatch(event -> event.person().identifies()));
        var found = visitors(taken, now);
        identify(taken, found, named, now);
        return taken.stream().map(event -> known(event, found, named)).toList();
    }

    private Named named(Collection<TrackedEvent> events) {
        return new Named(
                records.contacts(set(events, event -> event.person().contact())),
                records.byEmail(set(events, event -> key(event.person().email()))),
                records.companies(set(events, event -> event.person().company())),
                records.products(Stream.concat(
                                set(events, event -> product(event.traits().product())).stream(),
                                set(events, event -> event.traits().productId()).stream()
                                        .map(UUID::toString))
                        .toList()));
    }

    private static @Nullable String missing(TrackedEvent event, Named named) {
        var person = event.person();
        if (person.contact() != null && !named.contacts().containsKey(person.contact())) {
            return "contact";
        }
        if (person.company() != null && !named.companies().contains(person.company())) {
            return "company";
        }
        var product = event.traits().productId();
        return product != null && !named.products().containsKey(product.toString()) ? "product" : null;
    }

    private Map<String, Visitor> visitors(List<TrackedEvent> events, Instant now) {
        var names = new TreeSet<>(set(events, event -> event.person().visitor()));
        if (names.isEmpty()) {
            return new HashMap<>();
        }
        var found = visitors.find(names);
        var missing = names.stream().filter(name -> !found.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            visitors.insert(missing, missing.stream().map(_ -> Ids.next()).toList(), now);
            found.putAll(visitors.find(missing));
        }
        return found;
    }

    /** The first who says who it is on a device stays that for everything that was done there before. */
    private void identify(List<TrackedEvent> events, Map<String, Visitor> found, Named named, Instant now) {
        var ids = new ArrayList<UUID>();
        var emails = new ArrayList<@Nullable String>();
        var users = new ArrayList<@Nullable String>();
        var linked = new ArrayList<UUID>();
        var contacts = new ArrayList<UUID>();
        var called = new HashSet<UUID>();
        for (var event : events) {
            var person = event.person();
            var visitor = found.get(person.visitor());
            if (visitor == null || visitor.contact() != null || !person.identifies() || !called.add(visitor.id())) {
                continue;
            }
            ids.add(visitor.id());
            emails.add(key(person.email()));
            users.add(person.userId());
            if (person.contact() != null && named.contacts().containsKey(person.contact())) {
                linked.add(visitor.id());
                contacts.add(person.contact());
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        visitors.call(ids, emails, users);
        var linkedNow = new LinkedHashSet<>(linked.isEmpty() ? List.<UUID>of() : visitors.link(linked, contacts, now));
        var alike = new LinkedHashSet<>(ids);
        alike.addAll(visitors.unlinked(filled(emails), filled(users)));
        linkedNow.addAll(visitors.link(alike, now));
        if (!linkedNow.isEmpty()) {
            visitors.spread(linkedNow);
            found.putAll(visitors.find(found.keySet()));
        }
    }

    private Known known(TrackedEvent event, Map<String, Visitor> found, Named named) {
        var person = event.person();
        var visitor = found.get(person.visitor());
        var said = person.contact() != null
                ? named.contacts().get(person.contact())
                : person.email() == null ? null : named.emails().get(key(person.email()));
        UUID contact = said == null ? ofVisitor(visitor, person, Visitor::contact) : said.contact();
        UUID company = said == null ? ofVisitor(visitor, person, Visitor::company) : said.company();
        var product = product(event, named);
        return new Known(
                event,
                visitor == null ? null : visitor.id(),
                contact,
                person.company() == null ? company : person.company(),
                product,
                product == null && event.traits().product() != null ? withProduct(event) : event.properties());
    }

    /** Whoever says to be somebody else on the same device is not taken for its first user. */
    private static @Nullable UUID ofVisitor(
            @Nullable Visitor visitor, TrackedEvent.Person person, Function<Visitor, @Nullable UUID> what) {
        if (visitor == null) {
            return null;
        }
        boolean other = person.email() != null
                        && visitor.email() != null
                        && !Objects.equals(key(person.email()), visitor.email())
                || person.userId() != null
                        && visitor.user() != null
                        && !person.userId().equals(visitor.user());
        return other ? null : what.apply(visitor);
    }

    private static @Nullable UUID product(TrackedEvent event, Named named) {
        var traits = event.traits();
        if (traits.productId() != null) {
            return named.products().get(traits.productId().toString());
        }
        return traits.product() == null ? null : named.products().get(product(traits.product()));
    }

    /** A product that is none of ours stays with the properties, under its name. */
    private String withProduct(TrackedEvent event) {
        var properties = (ObjectNode) json.readTree(event.properties());
        if (!properties.has("product")) {
            properties.put("product", event.traits().product());
        }
        return properties.toString();
    }

    private static @Nullable String key(@Nullable String email) {
        return email == null ? null : TextKey.of(email);
    }

    private static @Nullable String product(@Nullable String name) {
        return name == null ? null : TextKey.of(name);
    }

    private static <T> Set<T> set(Collection<TrackedEvent> events, Function<TrackedEvent, @Nullable T> value) {
        return events.stream()
                .map(value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    private static List<String> filled(List<@Nullable String> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
