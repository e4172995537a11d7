using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Rules about the code of an algorithm: what is never called, what is done at the wrong time, what is kept at the wrong place.</summary>
internal static class CodeRules
{
    public static readonly DiagnosticDescriptor NotAHook = Rule.Create(
        "PV1025",
        "A method looks like a hook but is none",
        "The method '{0}' looks like the hook '{1}' but would never be called, because {2}. {3} or remove the method.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor WorkInStepHook = Rule.Create(
        "PV1026",
        "A hook of a step waits for something slow",
        "'{0}' {1} in '{2}', for which the platform waits at every step. Put the work into a queue for a thread of your own, or do it in Setup or Teardown.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor WorkInConstructor = Rule.Create(
        "PV1027",
        "An algorithm does heavy work while it is constructed",
        "'{0}' {1} while '{2}' is constructed, before its assets are checked and where nothing can cancel it. Do this in 'void Setup(SetupContext context)'.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor StateInInstance = Rule.Create(
        "PV1028",
        "A step changes its algorithm",
        "The {0} '{1}' is changed in '{2}' and stays so for the next detection and pid, but not when the process starts again. Keep the value in the session, or mark '{1}' with [KeptBetweenCalls] if this is meant.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor StateInStatic = Rule.Create(
        "PV1029",
        "A step changes a static value",
        "The static {0} '{1}' is changed in '{2}' and stays so for all algorithms and detections of the process, but not when it starts again. Keep the value in the session, or mark '{1}' with [KeptBetweenCalls] if this is meant.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OwnProgram = Rule.Create(
        "PV1030",
        "The program of an algorithm does not speak the protocol",
        "The program starts in {0}, but nothing in it runs the host, so the platform waits in vain for the hello of '{1}'. "
            + "Write 'return AlgorithmHost.Run(args, ProcVisionTable.Algorithms, decoder: null);' there, or remove it and let the program be generated.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor GuideWithoutCalls = Rule.Create(
        "PV1031",
        "A guide is read that no call brings",
        "The guide of a step is always empty in '{0}', because it takes no calls of the execute-only profile. Write 'ExecuteOnly = true' in its [Algorithm] or do without the guide.",
        DiagnosticSeverity.Warning);
}
