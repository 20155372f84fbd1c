package dev.windrose.context.claim;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a text is, and what it is about.
 *
 * @param product what "it" means where the text names no product
 * @param company who reads it; may be named as it is
 * @param language BCP 47; null where the text is to tell
 * @param channel mail, post, page, proposal, or as the brand entries call it; null where it does not matter
 */
public record CheckScope(
        Reader audience,
        @Nullable ProductId product,
        @Nullable CompanyId company,
        @Nullable String language,
        @Nullable String channel) {

    /** Who is to read it. */
    public enum Reader {
        OUTSIDE,
        INSIDE
    }

    public static CheckScope outside() {
        return new CheckScope(Reader.OUTSIDE, null, null, null, null);
    }
}
