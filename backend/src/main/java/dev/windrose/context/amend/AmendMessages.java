package dev.windrose.context.amend;

import dev.windrose.context.amend.Amendment.Edit;
import dev.windrose.context.amend.Amendment.Nothing;
import dev.windrose.context.amend.Amendment.Unsure;
import dev.windrose.context.amend.Stated.Weight;
import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.retrieval.ChunkWords;
import dev.windrose.llm.language.Tongue;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Texts that are given word by word: the headline of a product, the tagline, words that are not used any more. */
@Component
class AmendMessages {

    private static final int SHORT = 300;

    private final Records records;
    private final DraftEntry drafts;

    AmendMessages(Records records, DraftEntry drafts) {
        this.records = records;
        this.drafts = drafts;
    }

    Amendment of(Message message, Meant meant, List<EntryView> views, Stated stated, LocalDate today) {
        if (stated.weight() == Weight.PLAIN) {
            return new Nothing();
        }
        return switch (message.what()) {
            case HEADLINE -> headline(message, meant, stated, today);
            case TAGLINE -> tagline(message, views, stated, today);
            case WORD -> word(message, stated, today);
        };
    }

    private Amendment headline(Message message, Meant meant, Stated stated, LocalDate today) {
        var said = new HashSet<>(ChunkWords.of(meant.english().replace(message.text(), " ")));
        var all = entries(EntryKind.HEADLINE, today);
        var named = all.stream().filter(view -> named(products(view), said)).toList();
        var meantHere = fitting(named.isEmpty() ? all : named, said, Tongue.of(stated.text()));
        if (meantHere.stream().anyMatch(view -> view.title().equalsIgnoreCase(message.text()))) {
            return new Nothing();
        }
        return switch (meantHere.size()) {
            case 0 -> fresh(EntryKind.NARRATIVE, "Headline", message, stated);
            case 1 -> title(meantHere.getFirst(), message, stated, today);
            default ->
                new Unsure(meantHere.stream()
                        .limit(4)
                        .map(view -> title(view, message, stated, today))
                        .toList());
        };
    }

    /** Those for the channel or segment that is named, else those for everybody; in the language of the statement, where there are such. */
    private static List<EntryView> fitting(List<EntryView> all, Set<String> said, String tongue) {
        var special = all.stream().filter(view -> named(scope(view), said)).toList();
        var open = special.isEmpty()
                ? all.stream().filter(view -> scope(view).isEmpty()).toList()
                : special;
        var same =
                open.stream().filter(view -> view.language().startsWith(tongue)).toList();
        var main = open.stream()
                .filter(view -> view.data().value("variant_of_id") == null)
                .toList();
        return !same.isEmpty() ? same : main.isEmpty() ? open : main;
    }

    private Amendment.Change title(EntryView view, Message message, Stated stated, LocalDate today) {
        return drafts.change(
                view,
                Map.of("title", message.text()),
                List.of(new Edit("title", view.title(), message.text())),
                stated,
                today);
    }

    private Amendment tagline(Message message, List<EntryView> views, Stated stated, LocalDate today) {
        var existing = Stream.concat(entries(EntryKind.NARRATIVE, today).stream(), views.stream())
                .filter(view -> Glossed.of(view.title()).text().matches("(?i).*\\btagline\\b.*"))
                .findFirst();
        if (existing.isEmpty()) {
            return fresh(EntryKind.NARRATIVE, "Tagline", message, stated);
        }
        var view = existing.get();
        if (view.body().strip().equalsIgnoreCase(message.text())) {
            return new Nothing();
        }
        return view.body().length() <= SHORT
                ? drafts.change(
                        view,
                        Map.of("body", message.text()),
                        List.of(new Edit("body", view.body(), message.text())),
                        stated,
                        today)
                : drafts.adding(view, stated, today);
    }

    private Amendment word(Message message, Stated stated, LocalDate today) {
        boolean known = entries(EntryKind.WORDING, today).stream()
                .anyMatch(view -> view.details().get("avoid") instanceof List<?> avoid
                        && avoid.stream().anyMatch(word -> message.text().equalsIgnoreCase(String.valueOf(word))));
        if (known) {
            return new Nothing();
        }
        var details = new LinkedHashMap<String, Object>();
        details.put("avoid", List.of(message.text()));
        if (!message.instead().isBlank()) {
            details.put("instead", message.instead());
        }
        return drafts.fresh(
                EntryKind.WORDING,
                "We do not say \"%s\"".formatted(message.text()),
                Map.of("details", details),
                new Edit("avoid", "", message.text()),
                stated);
    }

    private Amendment fresh(EntryKind kind, String title, Message message, Stated stated) {
        return drafts.fresh(kind, title, Map.of("body", message.text()), new Edit("body", "", message.text()), stated);
    }

    private List<EntryView> entries(EntryKind kind, LocalDate today) {
        return records
                .query(RecordQuery.of(ContextEntry.TYPE)
                        .where(Filter.is("kind", kind.wire()))
                        .sortedBy("title")
                        .limit(RecordQuery.MOST))
                .stream()
                .map(RecordData::id)
                .flatMap(id -> records.findAlone(ContextEntry.TYPE, id).stream())
                .flatMap(data -> EntryView.of(data, today).stream())
                .toList();
    }

    private Set<String> products(EntryView view) {
        var words = new HashSet<String>();
        if (view.data().value("product_ids") instanceof List<?> ids) {
            var products = ids.stream()
                    .filter(UUID.class::isInstance)
                    .map(UUID.class::cast)
                    .toList();
            records.byIds("product", products)
                    .values()
                    .forEach(product -> words.addAll(ChunkWords.of(product.title())));
        }
        return words;
    }

    private static Set<String> scope(EntryView view) {
        var words = new HashSet<String>();
        if (view.data().value("segments") instanceof List<?> segments) {
            segments.forEach(segment -> words.addAll(ChunkWords.of(String.valueOf(segment))));
        }
        if (view.data().value("channel") instanceof String channel) {
            words.addAll(ChunkWords.of(channel));
        }
        return words;
    }

    private static boolean named(Set<String> name, Set<String> said) {
        return !name.isEmpty() && said.containsAll(name);
    }
}
