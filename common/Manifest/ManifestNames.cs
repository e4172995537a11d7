using System.Globalization;
using ProcVision.Collections;

namespace ProcVision.Manifests;

/// <summary>The C# names of everything in a manifest that the generated code declares, without a clash among them.</summary>
/// <param name="Steps">One for each step of the model, in the same order.</param>
/// <param name="Pids">One constant for each pid of the model, in the same order.</param>
/// <param name="ResourceTypes">One property for each entry of <see cref="ResourceTypesOf"/>, in the same order.</param>
internal sealed record ManifestNames(EquatableArray<StepNames> Steps, EquatableArray<string> Pids, EquatableArray<string> ResourceTypes)
{
    /// <summary>The nested types that every algorithm class gets beside those of its steps.</summary>
    public const string PidsType = "Pids";

    /// <summary>The type with one property for each resource type.</summary>
    public const string AssetsType = "Assets";

    /// <summary>The type that calls the author's methods.</summary>
    public const string DispatchType = "ProcVisionDispatch";

    /// <summary>The method of <see cref="AssetsType"/> that gives the files of one product.</summary>
    public const string AssetsOf = "Of";

    /// <summary>Inside the calling type, an enum of such a name would mean the member.</summary>
    private static readonly string[] DispatchMembers =
    [
        "CheckRects", "Descriptor", "Execute", "Info", "OnStepFinish", "OnStepStart", "PreExecute", "ReadParams", "Reset", "Setup", "Static", "Teardown",
    ];

    /// <summary>Names everything that <paramref name="model"/> declares inside the class of that name.</summary>
    /// <param name="model">The manifest.</param>
    /// <param name="className">The algorithm class: a nested type cannot have its name (CS0542).</param>
    public static ManifestNames Of(ManifestModel model, string className)
    {
        var used = new HashSet<string>(DispatchMembers, StringComparer.Ordinal) { className, PidsType, AssetsType, DispatchType };

        // The types of all steps come before the enums of any: they are what authors write most.
        var stems = model.Steps.Select(step => ClaimStem(step, used)).ToArray();
        var steps = model.Steps.Select((step, i) => NamesOf(step, stems[i], used)).ToEquatableArray();
        return new(
            steps,
            Identifiers.Unique(model.Pids, "Pid", [PidsType]).ToEquatableArray(),
            Identifiers.Unique(ResourceTypesOf(model), "Asset", [AssetsType, AssetsOf]).ToEquatableArray());
    }

    /// <summary>Every resource type that required assets or the default configuration name, in ordinal order.</summary>
    public static string[] ResourceTypesOf(ManifestModel model) =>
    [
        .. model.RequiredAssets.Select(static a => a.ResourceType)
            .Concat(model.DefaultConfig.Select(static a => a.ResourceType))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static type => type, StringComparer.Ordinal),
    ];

    /// <summary>From the id; else, also if nothing of the id is left, from the index: <c>Step1</c> with <c>Step1Params</c>.</summary>
    private static (string Stem, string Step, string Params) ClaimStem(ManifestStep step, HashSet<string> used)
    {
        string fromId = Identifiers.Pascal(step.Id ?? "");
        bool hasId = fromId.Length > 0;
        string plain = hasId ? fromId : "Step" + step.Index.ToString(CultureInfo.InvariantCulture);
        string stem = plain;
        for (int n = 2; ; n++)
        {
            string stepType = hasId ? stem + "Step" : stem;
            string paramsType = stem + "Params";
            if (!used.Contains(stepType) && !used.Contains(paramsType))
            {
                used.UnionWith([stepType, paramsType]);
                return (stem, stepType, paramsType);
            }

            stem = plain + "_" + n.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static StepNames NamesOf(ManifestStep step, (string Stem, string Step, string Params) types, HashSet<string> used)
    {
        string[] keys = step.Params.Select(static p => p.Key).ToArray();
        string[] properties = Identifiers.Unique(keys, "Param", [types.Params]);
        var parameters = step.Params.Select((parameter, i) => ParamNamesOf(parameter, i, properties, types.Stem, used));
        return new(types.Step, types.Params, parameters.ToEquatableArray());
    }

    private static ParamNames ParamNamesOf(ManifestParam parameter, int position, string[] properties, string stem, HashSet<string> used)
    {
        string property = properties[position];
        if (parameter is not EnumParam choice)
            return new(property, "", []);

        string plain = stem + property;
        string enumType = plain;

        // Beside a property of its name, 'LocateMode.Fast' in a default would mean the property.
        for (int n = 2; properties.Contains(enumType) || !used.Add(enumType); n++)
            enumType = plain + "_" + n.ToString(CultureInfo.InvariantCulture);
        return new(property, enumType, Identifiers.Unique(choice.Choices, "Choice", [enumType]).ToEquatableArray());
    }
}
