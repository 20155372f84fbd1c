package dev.windrose.records.periods;

import java.util.Map;

/**
 * Names fields of a record type whose values are kept with the time they were entered and left. Offer a bean.
 *
 * @param histories the fields by what addresses call their history: {@code stage} for {@code /deals/{id}/stage-history}
 */
public record KeptFields(String type, Map<String, String> histories) {}
