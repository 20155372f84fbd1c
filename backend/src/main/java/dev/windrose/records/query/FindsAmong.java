package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.List;

/**
 * The part of filters that no computed field decides.
 *
 * @param filter holds for whatever one of the filters finds
 */
record FindsAmong(String type, Filter filter) {

    static FindsAmong of(Descriptors descriptors, Descriptor type, List<Filter> filters) {
        return new FindsAmong(
                type.name(),
                new Filter.Or(filters.stream()
                        .map(filter -> among(descriptors, type, filter))
                        .toList()));
    }

    private static Filter among(Descriptors descriptors, Descriptor type, Filter filter) {
        if (filter instanceof Filter.And and) {
            return new Filter.And(and.parts().stream()
                    .map(part -> among(descriptors, type, part))
                    .toList());
        }
        return plain(descriptors, type, filter) ? filter : Filter.ALL;
    }

    private static boolean plain(Descriptors descriptors, Descriptor type, Filter filter) {
        return switch (filter) {
            case Filter.And and -> and.parts().stream().allMatch(part -> plain(descriptors, type, part));
            case Filter.Or or -> or.parts().stream().allMatch(part -> plain(descriptors, type, part));
            case Filter.Not not -> plain(descriptors, type, not.part());
            case Filter.Compare compare ->
                compare.field().equals("id")
                        || !compare.field().startsWith("_")
                                && !FieldPath.of(descriptors, type, compare.field())
                                        .field()
                                        .derived();
        };
    }
}
