package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that takes a list of arguments, or nothing, as a magic for lines. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LineMagic {
    /** Its name; that of the method where it is empty. */
    String value() default "";

    String[] aliases() default {};
}
