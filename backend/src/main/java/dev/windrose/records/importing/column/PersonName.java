package dev.windrose.records.importing.column;

import dev.windrose.llm.language.NamePart;
import dev.windrose.llm.language.NameTag;
import dev.windrose.llm.language.ParseName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's name in the order in which it is spoken: {@code Abel, Ada} is Ada Abel. What is no such name stays as it is. */
public final class PersonName {

    private static final Set<NameTag> GIVEN =
            Set.of(NameTag.GIVEN_NAME, NameTag.MIDDLE_NAME, NameTag.MIDDLE_INITIAL, NameTag.FIRST_INITIAL);
    private static final Set<NameTag> TITLE = Set.of(NameTag.PREFIX_MARITAL, NameTag.PREFIX_OTHER);

    private PersonName() {}

    public static String spoken(String name) {
        int comma = name.indexOf(',');
        if (comma <= 0
                || comma != name.lastIndexOf(',')
                || name.substring(comma + 1).isBlank()) {
            return name;
        }
        var parts = ParseName.of(name);
        long before = words(name.substring(0, comma));
        boolean turned = parts.size() == before + words(name.substring(comma + 1))
                && parts.stream().limit(before).allMatch(part -> part.tag() == NameTag.SURNAME)
                && first(parts, before);
        return turned
                ? name.substring(comma + 1).strip() + " "
                        + name.substring(0, comma).strip()
                : name;
    }

    private static boolean first(List<NamePart> parts, long before) {
        var after = parts.stream().skip(before).map(NamePart::tag).collect(Collectors.toSet());
        return after.stream().anyMatch(GIVEN::contains)
                && after.stream().allMatch(tag -> GIVEN.contains(tag) || TITLE.contains(tag));
    }

    private static long words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .count();
    }
}
