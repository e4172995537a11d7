using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Rules about typed sessions. Those about their values, PV2001 to PV2009, are beside the keys; PV2012 became PV2001.</summary>
internal static class SessionRules
{
    public static readonly DiagnosticDescriptor WrongStruct = Rule.Create(
        "PV2010",
        "A session is not a readonly ref partial struct",
        "The session '{0}' cannot be generated, because {1}. {2}.");

    public static readonly DiagnosticDescriptor WrongProperty = Rule.Create(
        "PV2011",
        "A session property is not partial with get and set",
        "The property '{0}' would not keep its value from step to step, because {1}. Write 'public partial {2} {0} {{ get; set; }}'.");

    public static readonly DiagnosticDescriptor WrongCapacity = Rule.Create(
        "PV2013",
        "A capacity is out of range or has no meaning",
        "The capacity {0} of '{1}' cannot be used, because {2}. {3}.");

    public static readonly DiagnosticDescriptor TooLarge = Rule.Create(
        "PV2014",
        "A session is larger than 100 KB",
        "The properties of '{0}' need {1} bytes, and a session holds {2}. Lower a [MaxBytes] or remove a property; pictures and models belong into fields of the algorithm.");

    public static readonly DiagnosticDescriptor NoAbsentValue = Rule.Create(
        "PV2015",
        "A session property has nothing to give before it is set",
        "The property '{0}' is read as '{1}' also before a step has set it, and no '{1}' stands for that. Declare it as '{1}?'.");
}
