package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What of our messages fits an account.
 *
 * @param wanted what was known of the account when wordings were chosen
 * @param why how its language was found
 * @param spoken languages and channels in which there are wordings, to choose others from
 */
public record AccountFit(
        RecordData company,
        Wanted wanted,
        List<String> why,
        Spoken spoken,
        List<OfProduct> products,
        List<Answered> objections) {

    public record Spoken(Set<String> languages, Set<String> channels) {}

    /** @param why the product is shown */
    public record OfProduct(RecordData product, UUID tree, String why, List<BestVariant> messages) {}

    /** Something the account holds against buying, with messages that may answer it. */
    public record Answered(RecordData objection, List<Answer> answers) {}

    public record Answer(TreeNode node, UUID product, String why) {}
}
