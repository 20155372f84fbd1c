package dev.windrose.platform;

import java.util.Collection;

/** The record types of this product, for the list of permissions. Implemented by the module that owns records. */
@FunctionalInterface
public interface RecordTypeNames {

    Collection<String> names();
}
