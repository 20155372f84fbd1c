package dev.windrose.context.transfer;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.RecordData;
import dev.windrose.records.TextKey;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names in the place of ids, and back: products, customers, competitors, territories and tags by name, people by mail address. */
@Component
class Directory {

    private static final int AT_ONCE = 100;

    private final Records records;
    private final People people;

    Directory(Records records, People people) {
        this.records = records;
        this.people = people;
    }

    /** The records that are called like this, by the key of the name. */
    Map<String, List<UUID>> called(String type, Collection<String> names) {
        var found = new HashMap<String, List<UUID>>();
        var all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            var query = RecordQuery.of(type)
                    .where(Filter.in("name", some))
                    .limit(RecordQuery.MOST)
                    .showing(Set.of("name"));
            records.query(query)
                    .forEach(record -> found.computeIfAbsent(TextKey.of(record.title()), _ -> new ArrayList<>())
                            .add(record.id()));
        }
        return found;
    }

    /** What each record is called, or its id where another one is called the same. */
    Map<UUID, String> names(String type, Collection<UUID> ids) {
        var titles = new LinkedHashMap<UUID, String>();
        records.byIds(type, ids).values().forEach(record -> titles.put(record.id(), record.title()));
        var all = called(type, titles.values());
        titles.replaceAll((id, title) ->
                all.getOrDefault(TextKey.of(title), List.of()).equals(List.of(id)) ? title : id.toString());
        return titles;
    }

    Optional<UUID> person(String mail) {
        return people.findByEmail(mail).map(person -> person.id().value());
    }

    @Nullable
    String mail(UUID person) {
        return people.find(new PersonId(person)).map(Person::email).orElse(null);
    }

    /** The tree of each product: the one that the product names, else the first that is about it. */
    Map<UUID, UUID> treesOfProducts() {
        var trees = new LinkedHashMap<UUID, UUID>();
        all("message_tree", Set.of("product_id", "created_at")).forEach(tree -> {
            if (tree.value("product_id") instanceof UUID product) {
                trees.putIfAbsent(product, tree.id());
            }
        });
        all("product", Set.of("message_tree_id")).forEach(product -> {
            if (product.value("message_tree_id") instanceof UUID tree && trees.containsKey(product.id())) {
                trees.put(product.id(), tree);
            }
        });
        return trees;
    }

    List<RecordData> all(String type, Set<String> fields) {
        var all = new ArrayList<RecordData>();
        String cursor = null;
        do {
            var page = records.page(RecordQuery.of(type)
                    .sortedBy("created_at")
                    .limit(RecordQuery.MOST)
                    .showing(fields)
                    .after(cursor));
            all.addAll(page.data());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }
}
