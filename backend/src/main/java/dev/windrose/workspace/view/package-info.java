/** Views that people keep: a list, board or timeline with its filter, order and fields, for themselves, their teams or everybody. */
@NamedInterface("view")
@NullMarked
package dev.windrose.workspace.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
