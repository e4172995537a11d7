using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Rules about the methods of an algorithm class and the steps of its manifest.</summary>
internal static class StepRules
{
    public static readonly DiagnosticDescriptor StepWithoutMethod = Rule.Create(
        "PV1010",
        "A step of the manifest has no method",
        "The manifest has a step {0} '{1}', but '{2}' has no method for it. Add '[Execute({0})] ExecuteResult {3}(in {4} step)' or remove the step from manifest.json.");

    public static readonly DiagnosticDescriptor MethodWithoutStep = Rule.Create(
        "PV1011",
        "A method belongs to a step that the manifest does not have",
        "The manifest has no step {0}, so '{1}' would never be called. {2}.");

    public static readonly DiagnosticDescriptor StepBelowOne = Rule.Create(
        "PV1012",
        "A step number is below 1",
        "The step number {0} cannot be called, because steps are numbered from 1. Write the step's 'index' of manifest.json.");

    public static readonly DiagnosticDescriptor StepTwice = Rule.Create(
        "PV1013",
        "Two methods serve one step",
        "The method '{0}' already has [{1}({2})], and only one method can serve a step. Remove one of the two or correct its number.");

    public static readonly DiagnosticDescriptor StepNotKnown = Rule.Create(
        "PV1014",
        "A step number is not known before code is generated",
        "The method '{0}' would never be called, because its step comes from generated code, which generators do not see of each other. Write the step number as a literal or as a constant in your own code.");

    public static readonly DiagnosticDescriptor WrongSignature = Rule.Create(
        "PV1015",
        "A step method has the wrong signature",
        "The method '{0}' cannot serve a step, because {1}. Write '{2}'.");

    public static readonly DiagnosticDescriptor ForeignStepType = Rule.Create(
        "PV1016",
        "A step method takes the type of another step",
        "The method '{0}' serves step {1} but takes '{2}', which belongs to step {3}. Write 'in {4}' or correct the number.");

    public static readonly DiagnosticDescriptor PreWithoutExecute = Rule.Create(
        "PV1017",
        "A step has a pre method but no execute method",
        "The method '{0}' prepares step {1}, but no method executes it. Add '[Execute({1})] ExecuteResult {2}(in {3} step)'.");

    public static readonly DiagnosticDescriptor OutsideAlgorithm = Rule.Create(
        "PV1023",
        "A step method stands outside an algorithm class",
        "The method '{0}' would never be called, because '{1}' is not marked [Algorithm]. Move the method into the algorithm class or mark '{1}' with [Algorithm].");
}
