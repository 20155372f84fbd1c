package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is to be done, in the words of the message. */
final class TaskTitle {

    private static final Pattern LEAD_IN = Pattern.compile(
            "^\\W*(?:(?:and|also|then|so|ok|please|pls|bitte|next(?: steps?)?|todo(?= ?[:>-])|task|action(?: items?)?|me|"
                    + "reminder|remind me|for me|to|on|about|that|i(?:'ll| will| need to| have to| must| should)?|can you|"
                    + "could you|create a|add a|new)\\b[:,]?\\s*)+");
    private static final Pattern PRONOUN = Pattern.compile(
            "(?i)\\b(?:to |call |ring |ping |email |mail |chase |update |tell |send |ask |remind |with )(her|him)\\b\\b(?! (?:new|"
                    + "old|own|team|boss|reply|phone|number|quote|offer|contract|questions?)\\b)");

    private TaskTitle() {}

    static String of(Reading reading, Statement statement, Span piece) {
        var raw = piece.of(reading.text()).strip();
        for (var mention : statement.people) {
            var name = mention.span().of(reading.text());
            if (raw.matches("(?s)@?\\Q" + name + "\\E,? (?i:can|could|would|will|please|pls|bitte)\\b.*")) {
                raw = raw.substring(raw.indexOf(name) + name.length());
            }
        }
        var lead = LEAD_IN.matcher(Fold.inPlace(raw));
        if (lead.find() && raw.length() - lead.end() > 8) {
            raw = raw.substring(lead.end());
        }
        raw = raw.replaceAll("^[\\s,;:.()&–-]+|[\\s,;:(?–-]+$", "");
        raw = named(reading, piece, raw);
        return raw.isEmpty() ? "" : Character.toUpperCase(raw.charAt(0)) + raw.substring(1);
    }

    /** "call her": who is meant stands before. */
    private static String named(Reading reading, Span piece, String title) {
        var pronoun = PRONOUN.matcher(title);
        if (!pronoun.find()) {
            return title;
        }
        var names = new TreeMap<Integer, String>();
        for (var statement : reading.statements) {
            statement.contacts.stream()
                    .filter(Mention::clear)
                    .forEach(mention ->
                            names.put(mention.span().start(), mention.record().name()));
            statement.strangers.forEach(person -> names.put(person.span().start(), person.name()));
        }
        var before = names.lowerEntry(piece.end());
        return before == null
                ? title
                : title.substring(0, pronoun.start(1)) + before.getValue() + title.substring(pronoun.end(1));
    }
}
