namespace ProcVision.Analyzers.Manifest;

/// <summary>The rules about steps, parameters and assets.</summary>
public sealed class StepAndParamRuleTests
{
    [Theory]
    [InlineData("""{"index": {|#0:0|}, "name": "a"}""", "0", "1")]
    [InlineData("""{"index": {|#0:-3|}, "name": "a"}""", "-3", "1")]
    [InlineData("""{"index": {|#0:0|}, "name": "a"}, {"index": 1, "name": "b"}""", "0", "1 and number the steps after it from 2 on")]
    [Conformance("C2")]
    public Task PV0030_a_step_index_below_1(string steps, string index, string cure) =>
        Expect(ManifestText.WithSteps(steps), "PV0030", $"The step index {index} cannot be called, because steps are numbered from 1. Write {cure}.");

    [Fact]
    [Conformance(110)]
    public Task PV0031_a_step_index_twice() =>
        Expect(
            ManifestText.WithSteps("""{"index": 1, "name": "定位"}, {"index": 2, "name": "检测"}, {"index": {|#0:1|}, "name": "x"}"""),
            "PV0031",
            "The step index 1 already belongs to the step '定位'. Write 3.");

    [Fact]
    public Task PV0032_a_step_id_twice() =>
        Expect(
            ManifestText.WithSteps("""{"index": 1, "name": "a", "id": "locate"}, {"index": 2, "name": "b", "id": {|#0:"locate"|}}"""),
            "PV0032",
            "The step id 'locate' already belongs to step 1. Give this step another id.");

    [Theory]
    [InlineData("integer", "'int'")]
    [InlineData("Float", "'float'")]
    [InlineData("double", "'float'")]
    [InlineData("boolean", "'bool'")]
    [InlineData("str", "'string'")]
    [InlineData("roi", "'rect'")]
    [InlineData("choice", "'enum'")]
    [InlineData("array", "'int', 'float', 'rect', 'enum', 'bool' or 'string'")]
    [InlineData("json", "'int', 'float', 'rect', 'enum', 'bool' or 'string'")]
    [Conformance(118, 126)]
    public Task PV0040_an_unknown_type(string type, string cure) =>
        Expect(
            ManifestText.WithParams($$$"""{"key": "p", "type": {|#0:"{{{type}}}"|}}"""),
            "PV0040",
            $"The parameter type '{type}' does not exist. Write {cure}.");

    [Theory]
    [InlineData("int", """ "min": {|#0:5|}, "max": 1""", "min 5", "max 1")]
    [InlineData("float", """ "max": 0.5, "min": {|#0:0.75|}""", "min 0.75", "max 0.5")]
    [InlineData("string", """ "min_length": {|#0:5|}, "max_length": 1""", "min_length 5", "max_length 1")]
    [InlineData("int", """ "min": {|#0:5|}, "max": 1, "default": 3""", "min 5", "max 1")]
    public Task PV0041_limits_that_exclude_everything(string type, string fields, string lower, string upper) =>
        Expect(
            ManifestText.WithParam(type, fields),
            "PV0041",
            $"In the parameter 'p' {lower} is greater than {upper}, so no value would be accepted. Swap the two or correct one of them.");

    [Theory]
    [InlineData("int", """ "default": {|#0:1.0|}""", "1.0", "is not a whole number of at most 64 bits", "a whole number")]
    [InlineData("int", """ "default": {|#0:9223372036854775808|}""", "9223372036854775808", "is not a whole number of at most 64 bits", "a whole number")]
    [InlineData("int", """ "default": {|#0:"3"|}""", "\"3\"", "is not a whole number of at most 64 bits", "a whole number")]
    [InlineData("int", """ "min": 1, "max": 5, "default": {|#0:0|}""", "0", "is below the minimum 1", "a whole number from 1 to 5")]
    [InlineData("int", """ "max": 5, "default": {|#0:6|}""", "6", "is above the maximum 5", "a whole number of at most 5")]
    [InlineData("float", """ "min": 0.5, "default": {|#0:0.4|}""", "0.4", "is below the minimum 0.5", "a number of at least 0.5")]
    [InlineData("float", """ "default": {|#0:1e999|}""", "1e999", "is not a finite number", "a number")]
    [InlineData("float", """ "default": {|#0:true|}""", "true", "is not a finite number", "a number")]
    [InlineData("bool", """ "default": {|#0:"true"|}""", "\"true\"", "is not a truth value", "true or false")]
    [InlineData("bool", """ "default": {|#0:0|}""", "0", "is not a truth value", "true or false")]
    [InlineData("enum", """ "choices": ["a", "b"], "default": {|#0:1|}""", "1", "is not a string", "one of 'a' or 'b'")]
    [InlineData("string", """ "default": {|#0:5|}""", "5", "is not a string", "it in double quotes")]
    [InlineData("string", """ "min_length": 2, "default": {|#0:"😀"|}""", "\"😀\"", "has a length of 1", "a text of at least 2 characters")]
    [InlineData("string", """ "max_length": 2, "default": {|#0:"中文字"|}""", "\"中文字\"", "has a length of 3", "a text of at most 2 characters")]
    [InlineData("string", """ "pattern": "^[A-Z]+$", "default": {|#0:"abc"|}""", "\"abc\"", "does not match the pattern ^[A-Z]+$", "a text that matches")]
    [InlineData("rect", """ "default": {|#0:"1,2,3"|}""", "\"1,2,3\"", RectFault, RectCure)]
    [InlineData("rect", """ "default": {|#0:"0,0,0,5"|}""", "\"0,0,0,5\"", RectFault, RectCure)]
    [InlineData("rect", """ "default": {|#0:"-1,0,5,5"|}""", "\"-1,0,5,5\"", RectFault, RectCure)]
    [InlineData("rect", """ "default": {|#0:{|}"x": 0, "y": 0, "width": 5}""", "{\"x\": 0, \"y\": 0, \"width\": 5}", RectFault, RectCure)]
    [InlineData("rect", """ "default": {|#0:[|}0, 0, 5, 5]""", "[0, 0, 5, 5]", RectFault, RectCure)]
    public Task PV0042_a_default_the_parameter_would_not_accept(string type, string fields, string written, string fault, string cure) =>
        Expect(ManifestText.WithParam(type, fields), "PV0042", $"The default {written} of the parameter 'p' {fault}. Write {cure}.");

    [Theory]
    [InlineData("""{|#0:{|}"key": "p", "type": "enum"}""", "has no choices", Choices)]
    [InlineData("""{"key": "p", "type": "enum", "choices": {|#0:"a"|}}""", "has a string in place of a list of choices", Choices)]
    [InlineData("""{"key": "p", "type": "enum", "choices": {|#0:[]|}}""", "has an empty list of choices", Choices)]
    [InlineData("""{"key": "p", "type": "enum", "choices": {|#0:[]|}, "default": "a"}""", "has an empty list of choices", Choices)]
    [InlineData("""{"key": "p", "type": "enum", "choices": ["a", {|#0:"a"|}]}""", "has the choice 'a' twice", "Remove one of the two")]
    [InlineData("""{"key": "p", "type": "enum", "choices": ["a", {|#0:""|}]}""", "has an empty choice", "Remove it or give it a text")]
    [InlineData("""{"key": "p", "type": "enum", "choices": ["a", {|#0:2|}]}""", "has the choice 2, which is no string", "Write it in double quotes")]
    public Task PV0043_choices_that_cannot_be_chosen_from(string parameter, string fault, string cure) =>
        Expect(ManifestText.WithParams(parameter), "PV0043", $"The enum parameter 'p' {fault}. {cure}.");

    [Fact]
    public Task PV0044_a_default_that_is_no_choice() =>
        Expect(
            ManifestText.WithParam("enum", """ "choices": ["fast", "accurate"], "default": {|#0:"Fast"|}"""),
            "PV0044",
            "The default 'Fast' of the parameter 'p' is not among its choices. Write one of 'fast' or 'accurate'.");

    [Fact]
    public Task PV0045_a_parameter_key_twice_in_one_step() =>
        Expect(
            ManifestText.WithSteps("""
                {"index": 1, "name": "a", "params": [{"key": "p", "type": "int"}, {"key": {|#0:"p"|}, "type": "bool"}]},
                {"index": 2, "name": "b", "params": [{"key": "p", "type": "int"}]}
                """),
            "PV0045",
            "The parameter key 'p' is already used in this step. Give this parameter another key.");

    [Theory]
    [InlineData("rect", """ {|#0:"min"|}: 1""", "min", "'int' or 'float'")]
    [InlineData("bool", """ {|#0:"max"|}: 1""", "max", "'int' or 'float'")]
    [InlineData("string", """ {|#0:"clamp"|}: true""", "clamp", "'int' or 'float'")]
    [InlineData("string", """ {|#0:"choices"|}: ["a"]""", "choices", "'enum'")]
    [InlineData("int", """ {|#0:"min_length"|}: 1""", "min_length", "'string'")]
    [InlineData("float", """ {|#0:"pattern"|}: "x" """, "pattern", "'string'")]
    public Task PV0046_a_limit_of_another_type(string type, string fields, string field, string types) =>
        Expect(
            ManifestText.WithParam(type, fields),
            "PV0046",
            $"The field '{field}' has no meaning for a parameter of type '{type}' and would never be checked. Remove it or change the type to {types}.");

    [Fact]
    public Task PV0047_assets_for_a_pid_that_is_not_supported() =>
        Expect(
            ManifestText.Of(more: """ "required_assets": {"p001": {"config": "a.json"}, "p002": {"config": "a.json"}, {|#0:"p003"|}: {"config": "b.json"}}"""),
            "PV0047",
            "The product id 'p003' of required_assets is not in supported_pids. Write one of 'p001' or 'p002' or add it to supported_pids.");

    [Theory]
    [InlineData("int", """ "min": {|#0:0.5|}""", "min 0.5", "is not a whole number of at most 64 bits", "a whole number")]
    [InlineData("float", """ "max": {|#0:"1"|}""", "max \"1\"", "is not a finite number", "a number")]
    [InlineData("float", """ "max": {|#0:-1e999|}""", "max -1e999", "is not a finite number", "a number")]
    [InlineData("string", """ "min_length": {|#0:-1|}""", "min_length -1", "is not a whole number from 0 on", "a whole number, 0 or more")]
    [InlineData("string", """ "pattern": {|#0:"("|}""", "pattern \"(\"", "is not a regular expression that .NET understands", "it in the syntax of .NET")]
    public Task PV0048_a_limit_that_is_none(string type, string fields, string limit, string fault, string cure) =>
        Expect(ManifestText.WithParam(type, fields), "PV0048", $"The {limit} of the parameter 'p' {fault}. Write {cure}.");

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("/etc/a.json", "is not relative to the manifest")]
    [InlineData("C:/a.json", "is not relative to the manifest")]
    [InlineData("../a.json", "leaves the folder of the manifest")]
    [InlineData("a//b.json", "names no file")]
    [InlineData("assets/", "names no file")]
    public Task PV0049_a_path_outside_the_package(string path, string fault) =>
        Expect(
            ManifestText.Of(more: $$$"""  "default_config": {"config": {|#0:"{{{path}}}"|}}"""),
            "PV0049",
            $"The path '{path}' {fault}. Write a path below the folder of the manifest with '/', for example \"assets/p001.json\".");

    [Fact]
    public Task PV0049_a_path_with_backslashes() =>
        Expect(
            ManifestText.Of(more: """ "required_assets": {"p001": {"config": {|#0:"assets\\a.json"|}}, "p002": {"config": "a.json"}}"""),
            "PV0049",
            "The path 'assets\\a.json' is written with '\\'. Write a path below the folder of the manifest with '/', for example \"assets/p001.json\".");

    private const string RectFault = "is not a rectangle of whole pixels with an area";
    private const string RectCure = "\"x,y,width,height\", for example \"0,0,640,480\"";
    private const string Choices = "Write for example \"choices\": [\"fast\", \"accurate\"]";

    private static Task Expect(string manifest, string id, string message) =>
        new ManifestTest<ManifestAnalyzer>().Add(manifest).Expect(id, message).RunAsync(TestContext.Current.CancellationToken);
}
