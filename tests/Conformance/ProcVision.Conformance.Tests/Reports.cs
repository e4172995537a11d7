using System.Xml.Linq;

namespace ProcVision.Conformance.Tests;

/// <summary>Reports of a test run, in the form xunit writes them.</summary>
internal static class Reports
{
    /// <summary>A report of one project; each case names its method, its result and the facts it shows.</summary>
    internal static XDocument Of(string project, params (string Method, string Result, string[] Facts)[] cases) => new(
        new XElement("assemblies", new XElement("assembly", new XAttribute("name", $"/somewhere/{project}.dll"), new XElement("collection",
            cases.Select(@case => new XElement("test",
                new XAttribute("type", $"{project}.Wire.FrameTests"),
                new XAttribute("method", @case.Method),
                new XAttribute("result", @case.Result),
                new XAttribute("source-file", $"/builder/tests/{project}/Wire/FrameTests.cs"),
                @case.Result == "Skip" ? new XElement("reason", "needs signals") : null,
                new XElement("traits",
                    new XElement("trait", new XAttribute("name", "category"), new XAttribute("value", "wire")),
                    @case.Facts.Select(static fact => new XElement("trait", new XAttribute("name", "conformance"), new XAttribute("value", fact))))))))));

    /// <summary>The same, read.</summary>
    internal static ILookup<string, TestEvidence> Read(params (string Method, string Result, string[] Facts)[] cases) =>
        TestReports.Read([Of("Demo.Tests", cases)]);
}
