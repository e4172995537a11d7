using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Turns the choices of a parameter into an enum.</summary>
internal static class EnumParser
{
    /// <summary>Null for a parameter that has no choices.</summary>
    public static EnumModel? Parse(ManifestParam param, ParamNames names) => param is EnumParam choice
        ? new(names.EnumType, ParamDoc.Of(param), choice.Choices.Select((text, i) => new EnumMember(names.Choices[i], text)).ToEquatableArray())
        : null;
}
