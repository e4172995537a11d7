using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>
/// The one opinion about what can be a session value (docs/session-values.md): the generator prints what it answers, the analyzers report it.
/// </summary>
internal static class SessionValueClassifier
{
    private const string NotMarked = "is not marked [SessionValue]";

    /// <summary>Classifies the type of a typed property, or of anything inside one.</summary>
    /// <param name="type">The type.</param>
    /// <param name="path">What the author calls the value, as <c>Pose</c>.</param>
    /// <param name="within">The assembly that code is generated into; null where it is not known.</param>
    public static ValueVerdict Classify(ITypeSymbol type, string path, IAssemblySymbol? within = null)
    {
        var scope = new ValueScope(within);
        var model = ModelOf(type, path, scope);
        return scope.Problem is { } problem ? ValueVerdict.Reject(problem)
            : scope.IsUnknown || model is null ? ValueVerdict.Unknown
            : ValueVerdict.Of(model);
    }

    /// <summary>
    /// Whether the keyed methods of a session take the type: it is built in, marked <c>[SessionValue]</c>, or a nullable, an array, <c>List</c>,
    /// <c>ImmutableArray</c> or <c>Dictionary&lt;string, ·&gt;</c> of such a type.
    /// </summary>
    public static ValueVerdict IsKeyed(ITypeSymbol type, string path = "value", IAssemblySymbol? within = null)
    {
        var verdict = Classify(type, path, within);
        if (verdict.Answer != ValueAnswer.Model)
            return verdict;

        var inner = InnerOf(type) ?? type;
        if (BuiltInTypes.KindOf(inner) is not null)
            return verdict;
        if (inner.Attribute(SdkNames.SessionValueAttribute) is null)
        {
            string reason = InnerOf(inner) is null ? NotMarked : "is nested in another collection or nullable";
            return ValueVerdict.Reject(new(path, ValueNames.Message(inner), reason, null));
        }

        return inner is INamedTypeSymbol { IsGenericType: true }
            ? ValueVerdict.Reject(new(path, ValueNames.Message(inner), "is generic", null))
            : verdict;
    }

    /// <summary>Classifies a type marked <c>[SessionValue]</c>; null unless code is generated for it.</summary>
    public static MarkedValue? ClassifyMarked(INamedTypeSymbol type)
    {
        if (IsKeyed(type, type.Name, type.ContainingAssembly) is not { Model: { } model })
            return null;
        if (model.Codec is { Kind: not CodecKind.Bytes } codec)
            return new(codec, codec.Element.Name, type.IsValueType, model.Descriptions, model.Forms);

        // A dictionary of it is JSON, where it has a JSON form.
        var scope = new ValueScope(type.ContainingAssembly);
        var json = new JsonParser(scope);
        var form = json.Parse(type, type.Name, allowsNull: false);
        bool hasJson = form is not null && scope is { Problem: null, IsUnknown: false };
        return new(
            model.Codec!,
            hasJson ? form!.Name : null,
            IsValueType: true,
            model.Descriptions,
            hasJson ? json.All : []);
    }

    /// <summary>What a nullable or a collection is of; null for any other type.</summary>
    public static ITypeSymbol? InnerOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0],
        _ => ValueCollections.ElementsOf(type)?.Element ?? ValueCollections.ValuesOf(type),
    };

    private static ValueModel? ModelOf(ITypeSymbol type, string path, ValueScope scope)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            _ = scope.NotThere();
            return null;
        }

        if (type.SpecialType == SpecialType.System_String)
            return New(type, ValueForm.Text, AbsentValue.EmptyText);
        // A nullable property holds nothing where it holds null: what is stored is the value.
        var value = NotNull(type);
        if (JsonAttributes.ContextOf(value) is null && value is { IsValueType: true, IsUnmanagedType: true })
            return OfBytes(type, value, path, scope);
        return ValueCollections.ElementsOf(value) is (var kind, var element) && IsBytes(element)
            ? OfElements(type, value, kind, element, path, scope)
            : OfJson(type, value, path, scope);
    }

    private static ValueModel? OfBytes(ITypeSymbol type, ITypeSymbol value, string path, ValueScope scope)
    {
        var bytes = new BytesParser(scope);
        if (bytes.Parse(value, path) is not { } description)
            return null;
        var size = FixedSize.Of(value);
        return New(type, ValueForm.Value, AbsentValue.Default) with
        {
            Description = description,
            Size = size.Bytes,
            IsBound = size.IsBound,
            Codec = description.Name is { } name ? new(name, description.Type, CodecKind.Bytes, description) : null,
            Descriptions = bytes.All,
        };
    }

    private static ValueModel? OfElements(ITypeSymbol type, ITypeSymbol value, CodecKind kind, ITypeSymbol element, string path, ValueScope scope)
    {
        var bytes = new BytesParser(scope);
        return bytes.Parse(element, path + "[]") is { } of
            ? New(type, ValueForm.Coded, AbsentValue.EmptyCollection) with { Codec = new(ValueNames.Identifier(value), ValueNames.Source(value), kind, of), Descriptions = bytes.All }
            : null;
    }

    private static ValueModel? OfJson(ITypeSymbol type, ITypeSymbol value, string path, ValueScope scope)
    {
        var json = new JsonParser(scope);
        if (json.Parse(value, path, allowsNull: false) is not { } form)
            return null;
        var absent = ValueCollections.ElementsOf(value) is not null ? AbsentValue.EmptyCollection
            : ValueCollections.ValuesOf(value) is not null ? AbsentValue.EmptyDictionary
            : type.IsValueType ? AbsentValue.Default
            : AbsentValue.None;
        return New(type, ValueForm.Coded, absent) with { Codec = new(form.Name!, form.Type, CodecKind.Json, form), Forms = json.All };
    }

    private static ValueModel New(ITypeSymbol type, ValueForm form, AbsentValue absent) => new()
    {
        Type = ValueNames.Source(NotNull(type)),
        Shown = ValueNames.Shown(type),
        Form = form,
        Absent = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? AbsentValue.Default : absent,
    };

    /// <summary>Whether the elements of a collection are kept as bytes: a nullable is no <c>unmanaged</c> type to C#.</summary>
    private static bool IsBytes(ITypeSymbol element) =>
        element is { IsValueType: true, IsUnmanagedType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T, TypeKind: not TypeKind.TypeParameter }
        && JsonAttributes.ContextOf(element) is null;

    private static ITypeSymbol NotNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
