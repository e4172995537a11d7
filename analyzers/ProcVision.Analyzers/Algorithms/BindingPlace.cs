namespace ProcVision.Analyzers.Algorithms;

/// <summary>Which part of an algorithm class a finding is about.</summary>
internal enum BindingPlace
{
    /// <summary>The name of the class.</summary>
    Class,

    /// <summary>The number in the attribute of a method.</summary>
    StepNumber,

    /// <summary>The type of a method's parameter.</summary>
    ParameterType,

    /// <summary>The name of a method.</summary>
    Method,

    /// <summary>The member whose name is the finding's first argument.</summary>
    Member,
}
