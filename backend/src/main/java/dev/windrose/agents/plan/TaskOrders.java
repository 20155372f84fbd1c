package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Named.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Remind me on Friday to …", "put a call with … on her list", "add a task for Kim to … by the 3rd". */
final class TaskOrders implements OrderKind {

    private static final List<Pattern> SHAPES = List.of(
            shape("remind (?<who>me|us|@?\\p{L}+)(?<when>(?: (?!to\\b)\\S+){0,6}?)(?: to (?<what>.+)|(?<none>))"),
            shape("put ['\"“‘](?<what>.+?)['\"”’] on (?<who>my|\\p{L}+(?:['’]s)?) (?:task |to-?do )?list(?<when>.*)"),
            shape("put (?<what>.+?) on (?<who>my|\\p{L}+(?:['’]s)?) (?:task |to-?do )?list(?<when>.*)"),
            shape(
                    "give (?<who>me|\\p{L}+) a task (?<when>(?:(?:for|on|by|in|due) (?!to\\b).+? )?)(?:to|:) (?<what>.+)"),
            shape(
                    "(?:add|create|make|open|set up|schedule) (?:me )?(?:a|another) (?:new )?task(?<when>(?: (?!to\\b|for\\b)\\S+){0,5}?)(?: for (?<who>\\p{L}+))?(?<when2>(?: (?!to\\b)\\S+){0,6}?)"
                            + "(?: to |: ?)(?<what>.+)"),
            shape(
                    "(?:add|create|make) (?:a|an) (?<what>(?!task\\b)[\\p{L}-]+(?: [\\p{L}-]+)?) task(?<when>.*?)(?: for (?<who>whoever owns (?:it|them|the (?:deal|account))|the owner|me|\\p{Lu}\\p{L}+))?"),
            shape("(?:(?:i|we) (?:need|have) to|(?:i|we) (?:must|should)) (?<what>.+)"));

    /** What somebody else wants stands in the record, and not here. */
    private static final Pattern WHAT_OTHERS_SAY = Pattern.compile("(?is)^(?:what|whatever|everything that)\\b.*");

    private static final Pattern VAGUE = Pattern.compile(
            "(?i)^(?:(?:do|send|give|tell|call|write|ask|bring|show)? ?(?:\\p{Lu}\\p{L}+ )?(?:something|sth|stuff|a thing|it|that)(?: to \\p{Lu}?\\p{L}+)?|(?:about|of) .{0,3})$");

    private static Pattern shape(String pattern) {
        return Pattern.compile("^" + pattern + "$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    @Override
    public boolean read(Clause clause, Wish wish) {
        for (var shape : SHAPES) {
            var match = shape.matcher(clause.text());
            if (match.matches()) {
                return task(match, clause, wish);
            }
        }
        return false;
    }

    private static boolean task(Matcher match, Clause clause, Wish wish) {
        var named = group(match, "who");
        var who = assignee(named, clause, wish);
        if (who.isEmpty()) {
            return false;
        }
        var raw = group(match, "what");
        if (raw != null && WHAT_OTHERS_SAY.matcher(raw).matches()) {
            return false;
        }
        var what = raw == null ? "" : raw;
        var day = wish.day(clause);
        var title = title(what, clause, wish);
        if (title.isBlank() || VAGUE.matcher(title).matches()) {
            if (!wish.wanted.asked()) {
                throw Stop.asking(
                        day.isPresent()
                                ? "What exactly is to be done?"
                                : "What exactly is to be done, and when is it due?",
                        List.of());
            }
            var answer =
                    new Clause(wish.wanted.answered(), 0, wish.wanted.answered().length(), true);
            var dates = dev.windrose.llm.language.Dates.in(
                    answer.text(), wish.today, dev.windrose.llm.language.DateOrder.DAY_FIRST);
            day = day.isPresent() || dates.isEmpty()
                    ? day
                    : Optional.of(dates.getFirst().date());
            title = filled(title, withoutDates(answer.text(), wish));
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("status", "open");
        day.ifPresent(date -> values.put("due_date", date.toString()));
        values.put("assignee_id", who.get().toString());
        about(clause, wish, values);
        values.put("title", capital(about(title, values, wish)));
        wish.create("task", clause, values);
        return true;
    }

    /** "win-back" alone says too little in a list. */
    private static String about(String title, LinkedHashMap<String, @Nullable Object> values, Wish wish) {
        boolean bare = !title.contains(" ");
        return bare && values.get("company_id") instanceof String company
                ? title + ": "
                        + wish.look.get("company", UUID.fromString(company)).title()
                : title;
    }

    private static String filled(String vague, String answer) {
        var clean = answer.replaceAll("[\\s.]+$", "").strip();
        if (clean.isEmpty()) {
            throw Stop.asking("What exactly is to be done?", List.of());
        }
        return vague.toLowerCase(java.util.Locale.ROOT).contains("something")
                ? vague.replaceFirst("(?i)something", Matcher.quoteReplacement(lower(clean)))
                : clean;
    }

    private static String lower(String text) {
        boolean name = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return name ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Optional<UUID> assignee(@Nullable String named, Clause clause, Wish wish) {
        if (named == null || named.matches("(?i)me|us|my")) {
            return Optional.of(wish.self);
        }
        if (named.matches("(?i)whoever.*|the owner")) {
            return Optional.of(wish.owner(clause));
        }
        var plain = named.replaceFirst("^@", "").replaceFirst("['’]s$", "");
        int at = clause.start() + clause.text().indexOf(plain);
        return wish.in(clause).stream()
                .filter(mention -> mention.start() <= at && at < mention.end())
                .map(mention -> mention.of("person"))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> {
                    wish.lastPerson =
                            wish.one(found, "colleague", Candidate::title).id();
                    return wish.lastPerson;
                });
    }

    private static String title(String what, Clause clause, Wish wish) {
        var title = withoutDates(what, wish)
                .replaceFirst("(?i)^to ", "")
                .replaceFirst("(?i)^(?:a|an|the) (?=(?:call|meeting|chat|talk|mail|visit)\\b)", "")
                .strip();
        return title.replaceAll("(?i)[ ,]+(?:for|on|by|until|before|due|to)$", "")
                .strip();
    }

    private static String withoutDates(String text, Wish wish) {
        var clean = new StringBuilder(text);
        var dates = dev.windrose.llm.language.Dates.in(text, wish.today, dev.windrose.llm.language.DateOrder.DAY_FIRST);
        for (var date : dates.reversed()) {
            clean.replace(date.span().start(), date.span().end(), "");
        }
        return clean.toString()
                .replaceAll("(?i)[ ,]+(?:for|on|by|until|till|before|due|in)(?: the)?(?=\\s*(?:$|[,.]))", "")
                .replaceAll("(?i)^(?:for|on|by|until|till|before|due)(?: the)?\\s*(?=$|[.,])", "")
                .replaceAll("\\s{2,}", " ")
                .strip();
    }

    private static void about(Clause clause, Wish wish, LinkedHashMap<String, @Nullable Object> values) {
        var contacts = wish.named(clause, "contact").stream()
                .filter(found -> found.stream().noneMatch(each -> each.id().equals(wish.lastPerson)))
                .toList();
        boolean colleague = wish.in(clause).stream()
                .anyMatch(mention -> !mention.of("contact").isEmpty()
                        && !mention.of("person").isEmpty());
        if (contacts.size() == 1 && !colleague) {
            var contact = contact(contacts.getFirst(), wish);
            values.put("contact_id", contact.id().toString());
            var company = contact.reference("company_id");
            if (company != null) {
                values.put("company_id", company.toString());
                return;
            }
        }
        wish.company(clause)
                .ifPresent(company -> values.put("company_id", company.id().toString()));
    }

    /** Namesakes are told apart by the company that the message speaks of. */
    private static dev.windrose.records.RecordData contact(List<Candidate> found, Wish wish) {
        var companies = wish.named("company").stream()
                .flatMap(List::stream)
                .map(Candidate::id)
                .toList();
        var there = found.stream()
                .filter(each ->
                        companies.contains(wish.look.get("contact", each.id()).reference("company_id")))
                .toList();
        return wish.record(there.isEmpty() ? found : there, "person");
    }

    private static @Nullable String group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }
}
