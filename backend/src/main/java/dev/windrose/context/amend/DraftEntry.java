package dev.windrose.context.amend;

import dev.windrose.context.amend.Amendment.Change;
import dev.windrose.context.amend.Amendment.Edit;
import dev.windrose.context.amend.Amendment.Entry;
import dev.windrose.context.amend.Amendment.Fresh;
import dev.windrose.context.amend.Amendment.Rules;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.entry.EntryStatus;
import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.policy.PolicyRule;
import dev.windrose.llm.language.Tongue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a change or a new entry into fields of a record, with the rules that the product would make of it. */
@Component
class DraftEntry {

    /** What an entry hands on to the one that takes its place. */
    private static final List<String> KEPT = List.of(
            "title",
            "category",
            "kind",
            "body",
            "details",
            "audience",
            "language",
            "sensitivity",
            "product_ids",
            "segments",
            "regions",
            "owner_id",
            "source",
            "source_url",
            "tree_id",
            "parent_id",
            "position",
            "variant_of_id",
            "channel");

    private static final int LONGEST_TITLE = 120;
    private static final String DETAILS = "details";
    private static final String CLAUSE = "clause";
    private static final String STATUS = "status";
    private static final String FROM = "effective_from";

    private final CompileClause compile;

    DraftEntry(CompileClause compile) {
        this.compile = compile;
    }

    /** The entry with other values, at once or from a later day: then another entry takes its place on that day. */
    Change change(EntryView entry, Map<String, Object> values, List<Edit> edits, Stated stated, LocalDate today) {
        var head = new Entry(entry.id(), entry.version(), entry.title(), entry.category(), entry.kind());
        var rules = rules(entry, values);
        var from = stated.from();
        if (from != null && from.isAfter(today) && entry.live()) {
            return new Change(
                    head,
                    Map.of("effective_to", from.minusDays(1)),
                    edits,
                    rules,
                    from,
                    successor(entry, values, from));
        }
        var all = new LinkedHashMap<>(values);
        if (from != null) {
            all.put(FROM, from);
        }
        return new Change(head, all, edits, rules, from, null);
    }

    private static Map<String, Object> successor(EntryView entry, Map<String, Object> values, LocalDate from) {
        var all = new LinkedHashMap<String, Object>();
        for (var field : KEPT) {
            var value = values.getOrDefault(field, entry.data().value(field));
            if (value != null) {
                all.put(field, value);
            }
        }
        all.put(FROM, from);
        boolean node = entry.category() == EntryCategory.MESSAGE_TREE;
        all.put(STATUS, (node ? EntryStatus.DRAFT : EntryStatus.LIVE).wire());
        return all;
    }

    /** The entry with the statement as one more sentence. */
    Change adding(EntryView entry, Stated stated, LocalDate today) {
        var sentence = sentence(stated);
        var body = entry.body().isBlank() ? sentence : entry.body().stripTrailing() + "\n\n" + sentence;
        return change(entry, Map.of("body", body), List.of(new Edit("body", "", sentence)), stated, today);
    }

    Fresh of(EntryKind kind, Stated stated) {
        var sentence = sentence(stated);
        var text = kind.category() == EntryCategory.POLICY
                ? Map.<String, Object>of(DETAILS, Map.of(CLAUSE, sentence))
                : Map.<String, Object>of("body", sentence);
        return fresh(
                kind,
                title(sentence),
                text,
                new Edit(kind.category() == EntryCategory.POLICY ? CLAUSE : "body", "", sentence),
                stated);
    }

    /** @param text the fields that hold what is said */
    Fresh fresh(EntryKind kind, String title, Map<String, Object> text, Edit edit, Stated stated) {
        var values = new LinkedHashMap<String, Object>();
        values.put("category", kind.category().wire());
        values.put("kind", kind.wire());
        values.put("title", title);
        values.put(STATUS, EntryStatus.DRAFT.wire());
        values.put("language", Tongue.of(stated.text()));
        values.putAll(text);
        if (stated.from() != null) {
            values.put(FROM, stated.from());
        }
        var after =
                kind.category() == EntryCategory.POLICY ? readable(clause(text.get(DETAILS), "")) : List.<String>of();
        return new Fresh(kind.category(), kind, values, List.of(edit), new Rules(List.of(), after));
    }

    private Rules rules(EntryView entry, Map<String, Object> values) {
        if (!entry.policy()) {
            return Rules.NONE;
        }
        var before = clause(entry.details(), entry.body());
        var after = clause(
                values.getOrDefault(DETAILS, entry.details()), Objects.toString(values.get("body"), entry.body()));
        return new Rules(readable(before), readable(after));
    }

    private List<String> readable(String clause) {
        return clause.isBlank()
                ? List.of()
                : compile.of(clause).rules().stream().map(PolicyRule::readable).toList();
    }

    private static String clause(@Nullable Object details, String body) {
        return details instanceof Map<?, ?> map && map.get(CLAUSE) instanceof String clause ? clause : body;
    }

    private static String sentence(Stated stated) {
        var text = Lead.without(stated.text());
        return text.matches(".*[.!?…]$") ? text : text + ".";
    }

    private static String title(String sentence) {
        var title = sentence.replaceFirst("\\.$", "");
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).stripTrailing() + "…";
    }
}
