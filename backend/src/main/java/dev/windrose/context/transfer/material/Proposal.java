package dev.windrose.context.transfer.material;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a document may be.
 *
 * @param front fields of an entry; a draft, until somebody says otherwise
 * @param reasons why it is taken for this kind, in sentences
 * @param sure whether the reasons leave little doubt
 */
public record Proposal(Map<String, @Nullable Object> front, String body, List<String> reasons, boolean sure) {}
