package segue.kernel.shell;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import java.util.Optional;

/**
 * The type of a {@code var} where its initialiser says it plainly: a literal, a constructor, a cast, a comparison. All
 * others are asked from the compiler, which costs a second pass.
 */
final class EvidentTypes {
    private static final String STRING = "java.lang.String";

    private EvidentTypes() {}

    static Optional<String> of(ExpressionTree init) {
        return Optional.ofNullable(type(init));
    }

    private static String type(ExpressionTree init) {
        return switch (init) {
            case ParenthesizedTree inner -> type(inner.getExpression());
            case LiteralTree literal -> literal(literal);
            case InstanceOfTree _ -> "boolean";
            case BinaryTree binary -> binary(binary);
            case TypeCastTree cast -> written(cast.getType());
            case NewArrayTree array -> array(array);
            case NewClassTree created
            when created.getClassBody() == null && created.getEnclosingExpression() == null ->
                written(created.getIdentifier());
            default -> null;
        };
    }

    private static String literal(LiteralTree literal) {
        return switch (literal.getKind()) {
            case INT_LITERAL -> "int";
            case LONG_LITERAL -> "long";
            case FLOAT_LITERAL -> "float";
            case DOUBLE_LITERAL -> "double";
            case CHAR_LITERAL -> "char";
            case BOOLEAN_LITERAL -> "boolean";
            case STRING_LITERAL -> STRING;
            default -> null;
        };
    }

    private static String binary(BinaryTree binary) {
        return switch (binary.getKind()) {
            case EQUAL_TO,
                    NOT_EQUAL_TO,
                    LESS_THAN,
                    LESS_THAN_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_EQUAL,
                    CONDITIONAL_AND,
                    CONDITIONAL_OR -> "boolean";
            case PLUS ->
                STRING.equals(type(binary.getLeftOperand())) || STRING.equals(type(binary.getRightOperand()))
                        ? STRING
                        : null;
            default -> null;
        };
    }

    private static String array(NewArrayTree array) {
        String element = array.getType() == null ? null : written(array.getType());
        return element == null
                ? null
                : element
                        + "[]"
                                .repeat(
                                        array.getInitializers() != null
                                                ? 1
                                                : array.getDimensions().size());
    }

    /** The type as it stands, unless the compiler has something to fill in: a diamond, a wildcard, an annotation. */
    private static String written(Tree type) {
        boolean plain = switch (type) {
            case IdentifierTree _, PrimitiveTypeTree _, MemberSelectTree _ -> true;
            case ArrayTypeTree array -> written(array.getType()) != null;
            case ParameterizedTypeTree generic ->
                !generic.getTypeArguments().isEmpty()
                        && generic.getTypeArguments().stream().allMatch(argument -> written(argument) != null);
            default -> false;
        };
        return plain ? type.toString() : null;
    }
}
