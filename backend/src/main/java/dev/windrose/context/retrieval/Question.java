package dev.windrose.context.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know, and where to look.
 *
 * @param most how many passages at most
 * @param categories of context entries; empty for all, and for records of other types too
 * @param product id of one; what is said of no product in particular counts too
 * @param segment what is said of no segment in particular counts too
 * @param language BCP 47; {@code en} also finds {@code en-GB}
 * @param sourceTypes record types; empty for all
 * @param asOutsider only what anybody may read
 * @param anyStatus also entries that are not live today
 */
public record Question(
        String text,
        int most,
        List<String> categories,
        @Nullable String product,
        @Nullable String segment,
        @Nullable String language,
        List<String> sourceTypes,
        boolean asOutsider,
        boolean anyStatus) {

    public static final int MOST = 50;
    public static final int LONGEST = 2_000;

    public Question {
        categories = List.copyOf(categories);
        sourceTypes = List.copyOf(sourceTypes);
    }

    public static Question of(String text, int most) {
        return new Question(text, most, List.of(), null, null, null, List.of(), false, false);
    }

    public Question among(List<String> types) {
        return new Question(text, most, categories, product, segment, language, types, asOutsider, anyStatus);
    }

    public Question inCategories(List<String> some) {
        return new Question(text, most, some, product, segment, language, sourceTypes, asOutsider, anyStatus);
    }

    public Question fromOutside() {
        return new Question(text, most, categories, product, segment, language, sourceTypes, true, anyStatus);
    }
}
