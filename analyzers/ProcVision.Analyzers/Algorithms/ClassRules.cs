using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Rules about the algorithm class itself: 100x its shape, 102x its other members.</summary>
internal static class ClassRules
{
    public static readonly DiagnosticDescriptor NotPartial = Rule.Create(
        "PV1001",
        "An algorithm class is not partial",
        "The class '{0}' is not partial, so its steps cannot be generated into it. Write 'partial class {0}'.");

    public static readonly DiagnosticDescriptor NotInstantiable = Rule.Create(
        "PV1002",
        "An algorithm class is abstract or static",
        "The class '{0}' is {1}, so no instance of it can be made. Remove '{1}'.");

    public static readonly DiagnosticDescriptor Generic = Rule.Create(
        "PV1003",
        "An algorithm class is generic",
        "The class '{0}' has type parameters, and nothing could choose their types when the process starts. Remove the type parameters.");

    public static readonly DiagnosticDescriptor NotReachable = Rule.Create(
        "PV1004",
        "An algorithm class stands where generated code cannot reach it",
        "The class '{0}' cannot be reached by generated code, because {1}. {2}.");

    public static readonly DiagnosticDescriptor NoConstructor = Rule.Create(
        "PV1005",
        "An algorithm class has no public parameterless constructor",
        "The class '{0}' cannot be made by the host, because {1}. {2}.");

    public static readonly DiagnosticDescriptor TwoClassesForOneManifest = Rule.Create(
        "PV1006",
        "Two algorithm classes answer to one name",
        "The classes {0} have the same name, so the entry_point '{1}' does not say which one is meant. Rename all but one of them.",
        atCompilationEnd: true);

    public static readonly DiagnosticDescriptor WrongHook = Rule.Create(
        "PV1020",
        "A hook has the wrong signature",
        "The method '{0}' is named like a hook but would never be called, because {1}. Write '{2}' or give the method another name.");

    public static readonly DiagnosticDescriptor NameTaken = Rule.Create(
        "PV1021",
        "A name is needed by generated code",
        "The name '{0}' is needed for {1}, but '{2}' has a member with that name. Rename the member or change the manifest.");

    public static readonly DiagnosticDescriptor NotASession = Rule.Create(
        "PV1022",
        "The session type of an algorithm is not a [Session] struct",
        "The type '{0}' cannot be the typed session of '{1}', because {2}. {3}.");

    public static readonly DiagnosticDescriptor NoValueWithoutParameters = Rule.Create(
        "PV1024",
        "A required parameter has no value in calls of the execute-only profile",
        "The parameter '{0}' of step {1} '{2}' is required, but calls of the execute-only profile carry no parameters, so each one of this step is refused with 1006. "
            + "Give the parameter a default in manifest.json or remove 'ExecuteOnly = true'.",
        DiagnosticSeverity.Warning);
}
