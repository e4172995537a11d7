using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Turns the choices of a parameter into an enum.</summary>
internal static class EnumParser
{
    public static EnumModel Parse(ManifestStep step, EnumParam param, ManifestNames names)
    {
        string name = names[step].Enums[param.Key];
        return new(name, ParamDoc.Of(param), MembersOf(param, name));
    }

    public static EquatableArray<EnumMember> MembersOf(EnumParam param, string enumName)
    {
        string[] members = Identifiers.Unique([.. param.Choices], "Choice", [enumName]);
        return param.Choices.Select((choice, i) => new EnumMember(members[i], choice)).ToEquatableArray();
    }
}
