package dev.windrose.journeys.track;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What came by one source on one day. Received is stored, duplicate and refused together.
 *
 * @param late how many of the stored ones happened more than a day before they came
 * @param refusals how many by which reason
 */
public record LedgerLine(
        UUID source,
        LocalDate day,
        long received,
        long stored,
        long duplicate,
        long refused,
        long late,
        Map<String, Integer> refusals) {}
