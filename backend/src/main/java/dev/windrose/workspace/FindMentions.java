package dev.windrose.workspace;

import dev.windrose.platform.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the people whom a text mentions: "@Ada Lovelace", "@[Ada Lovelace]", "@ada.lovelace@example.com", or "@Ada" if only one is called so. */
final class FindMentions {

    private static final Pattern BRACKETED = Pattern.compile("@\\[([^\\]]{1,120})\\]");

    private FindMentions() {}

    static List<Person> in(String text, List<Person> people) {
        var found = new ArrayList<Person>();
        String rest = unbracketed(text).toLowerCase(Locale.ROOT);
        var longestFirst = people.stream()
                .sorted(Comparator.comparingInt((Person person) -> person.name().length())
                        .reversed())
                .toList();
        for (var person : longestFirst) {
            for (String call : List.of(person.email(), person.name())) {
                var calls = after(call);
                if (calls.matcher(rest).find()) {
                    found.add(person);
                    rest = calls.matcher(rest).replaceAll(" ");
                }
            }
        }
        for (var person : people) {
            boolean only = people.stream()
                            .filter(other -> firstName(other).equals(firstName(person)))
                            .count()
                    == 1;
            if (only
                    && !found.contains(person)
                    && after(firstName(person)).matcher(rest).find()) {
                found.add(person);
            }
        }
        return found;
    }

    private static String unbracketed(String text) {
        return BRACKETED.matcher(text).replaceAll(name -> Matcher.quoteReplacement("@" + name.group(1)));
    }

    private static Pattern after(String call) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])@" + Pattern.quote(call.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}])");
    }

    private static String firstName(Person person) {
        return person.name().split("\\s+")[0].toLowerCase(Locale.ROOT);
    }
}
