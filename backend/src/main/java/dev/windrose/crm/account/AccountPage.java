package dev.windrose.crm.account;

import dev.windrose.crm.company.StateChange;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Aggregate;
import dev.windrose.records.query.RecordPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an account shows first, as far as the reader may see it.
 *
 * @param lists the first records of the account by type, each with its total
 * @param deals counts and amounts by state; null for somebody who may not read deals
 * @param states how the customer state changed, the newest first
 */
public record AccountPage(
        RecordData company,
        Map<String, RecordPage> lists,
        @Nullable Aggregate deals,
        List<StateChange> states) {}
