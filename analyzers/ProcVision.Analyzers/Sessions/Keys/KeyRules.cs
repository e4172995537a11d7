using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Rules about what is kept under a key or in a typed property.</summary>
internal static class KeyRules
{
    public static readonly DiagnosticDescriptor NoForm = Rule.Create(
        "PV2001",
        "A type has no form in a session",
        "{0}. {1}.");

    public static readonly DiagnosticDescriptor TwoTypes = Rule.Create(
        "PV2002",
        "A key is used with two types",
        "The key '{0}' is '{1}' here, but '{2}' in {3}. Use one type for a key, or two keys.",
        atCompilationEnd: true);

    public static readonly DiagnosticDescriptor NeverWritten = Rule.Create(
        "PV2003",
        "A key is read but never written",
        "The {0} '{1}' is read here, but nothing in '{2}' ever writes it. {3}.",
        DiagnosticSeverity.Warning,
        atCompilationEnd: true);

    public static readonly DiagnosticDescriptor NotConstant = Rule.Create(
        "PV2004",
        "A key is not a constant",
        "The key of '{0}' is known only while the step runs, so nothing about it can be checked before. Write a literal or a constant, or keep all of it under one key as a dictionary.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ContextCopied = Rule.Create(
        "PV2005",
        "A field of the context is copied into the state",
        "'{0}' is a field of the context, which every call of the detection brings. Read it with '{1}' where it is needed, and do not store it.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ImageStored = Rule.Create(
        "PV2006",
        "An image is stored in a session",
        "'{0}' is a picture, and a session is for small state. Process it in this step and store the result; a picture to compare with is loaded into a field in Setup.");

    public static readonly DiagnosticDescriptor LostChange = Rule.Create(
        "PV2007",
        "A copy of a session value is changed",
        "'{0}' changes a copy of '{1}', and the session keeps the old value. Put the value into a variable, change it there, and store it again.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor WrongContext = Rule.Create(
        "PV2008",
        "The context of a session value cannot write it",
        "The context '{0}' cannot write '{1}', because {2}. {3}.");

    public static readonly DiagnosticDescriptor NotAValue = Rule.Create(
        "PV2009",
        "A type marked [SessionValue] cannot be stored",
        "{0}, so nothing can be generated for '{1}'. {2}.");

    public static readonly DiagnosticDescriptor OtherThread = Rule.Create(
        "PV2016",
        "A session is used on another thread",
        "'{0}' runs its function on another thread, and a session belongs to the thread of the step. Read what is needed before it, and store the results after it.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor KeptSession = Rule.Create(
        "PV2017",
        "A session is kept beyond its call",
        "'{0}' keeps the session of one detection for the next ones, which have their own. Pass the session as a parameter, and keep what outlives a detection in a field marked [KeptBetweenCalls].",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DerivedValue = Rule.Create(
        "PV2018",
        "A value of a derived type is stored as its base",
        "The value is '{0}', and a session that stores it as '{1}' would lose what '{0}' adds, so it refuses it. Store it as '{0}', or store a '{1}'.");

    public static readonly DiagnosticDescriptor ReadBeforeWritten = Rule.Create(
        "PV2019",
        "A key is read before anything can have written it",
        "The {0} '{1}' is read here in {2}, but {3}. {4}.",
        atCompilationEnd: true);

    public static readonly DiagnosticDescriptor NeverRead = Rule.Create(
        "PV2020",
        "A key is written but never read",
        "The {0} '{1}' is written here, but nothing in '{2}' ever reads it. Remove it, or keep it where only the archive of a detection is to show it.",
        DiagnosticSeverity.Info,
        atCompilationEnd: true);
}
