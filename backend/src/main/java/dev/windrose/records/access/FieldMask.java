package dev.windrose.records.access;

import dev.windrose.platform.Role;
import java.util.Set;

/** A field that people of these roles do not get to see. */
public record FieldMask(String recordType, String field, Set<Role> roles) {}
