using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Compares one classified class with its manifest and with what was generated for the two.</summary>
internal sealed class AlgorithmExamination(
    INamedTypeSymbol type,
    Location name,
    ClassifiedAlgorithm classified,
    ManifestModel manifest,
    AlgorithmNames names,
    AlgorithmListener listener)
{
    public void Run(AttributeData attribute, CancellationToken cancellation)
    {
        // A step with a method that was already refused has no second fault.
        var attempted = new HashSet<int>(type.GetMembers().OfType<IMethodSymbol>()
            .SelectMany(StepMethodClassifier.AttributesOf)
            .Where(a => a.Phase == StepPhase.Execute)
            .Select(a => a.Attribute.ConstructorArguments is [{ Value: int step }] ? step : 0));
        foreach (var finding in StepMatcher.Disagreements(classified.Class, manifest, names))
        {
            if (finding.Step is { } step && attempted.Contains(step))
                continue;
            if (finding.Rule == StepRules.StepWithoutMethod && finding.Arguments is [var index, _, _, string method, string stepType])
                listener.Report(finding.Rule, PlaceOf(finding), new StepFacts($"{index}", method, stepType), finding.Arguments);
            else
                listener.Report(finding.Rule, PlaceOf(finding), finding.Arguments);
        }

        if (classified.Class.ExecuteOnly)
            FindParamsWithoutValue(attribute, cancellation);

        if (GeneratedParts.Dispatch(type) is not { } dispatch)
            return;
        FindUncalled(GeneratedParts.Called(dispatch, cancellation));
        FindForeignSession(attribute, cancellation);
    }

    private Location PlaceOf(BindingFinding finding) => finding.Place switch
    {
        BindingPlace.StepNumber => classified.Methods[finding.Method].StepNumber,
        BindingPlace.ParameterType => classified.Methods[finding.Method].ParameterType,
        BindingPlace.Method => classified.Methods[finding.Method].Name,
        BindingPlace.Member => type.GetMembers((string)finding.Arguments[0]).FirstOrDefault(m => !m.IsGenerated())?.Locations[0] ?? name,
        _ => name,
    };

    /// <summary>What is a model now and was not one before generation depends on another generator's code.</summary>
    private void FindUncalled(ISet<string> called)
    {
        foreach (var method in classified.Methods)
        {
            bool isMatched = manifest.Steps.Any(s => s.Index == method.Model.Step && names[s].StepType == method.Model.ParameterType);
            if (isMatched && !called.Contains(method.Model.Name))
                listener.Report(StepRules.StepNotKnown, method.StepNumber, method.Model.Name);
        }
    }

    /// <summary>A required rectangle is the whole picture in a call without parameters; nothing else can be made up.</summary>
    private void FindParamsWithoutValue(AttributeData attribute, CancellationToken cancellation)
    {
        var place = AlgorithmArgument.Find(attribute, AlgorithmArgument.ExecuteOnly, cancellation)?.GetLocation() ?? name;
        foreach (var step in manifest.Steps)
        {
            foreach (var param in step.Params.Where(p => p is { Required: true, HasDefault: false, Kind: not ParamKind.Rect }))
                listener.Report(ClassRules.NoValueWithoutParameters, place, param.Key, step.Index, step.Name);
        }
    }

    private void FindForeignSession(AttributeData attribute, CancellationToken cancellation)
    {
        if (classified.Class.Session is not { } session || manifest.Steps.IsEmpty)
            return;
        var field = type.GetTypeMembers(names[manifest.Steps[0]].StepType).FirstOrDefault()?.GetMembers("Session").OfType<IFieldSymbol>().FirstOrDefault();
        if (field is not null && CSharpName.Global(field.Type) != session.Type)
        {
            var place = SessionReferenceClassifier.PlaceOf(attribute, cancellation);
            string cause = "it is generated, and generators do not see each other's types";
            listener.Report(ClassRules.NotASession, place, session.Type.Replace("global::", ""), type.Name, cause, "Declare the struct in your own code");
        }
    }
}
