namespace ProcVision.Analyzers.Manifest;

/// <summary>A manifest with everything in it, and the same one as another author would have written it.</summary>
internal static class SampleManifest
{
    public const string Text = """
        {
          "name": "algorithm-example",
          "version": "1.0.0",
          "description": "料盘检测",
          "entry_point": "algorithm_example.main:PartInspection",
          "supported_pids": ["p002", "p001"],
          "steps": [
            {
              "index": 1,
              "id": "locate_tray",
              "name": "定位料盘",
              "operation_guide": "放好料盘",
              "params": [
                { "key": "roi", "type": "rect", "required": true, "default": "1,2,3,4" },
                { "key": "exposure", "type": "float", "default": 12.5, "min": 8, "max": 16, "unit": "ms", "clamp": true }
              ]
            },
            {
              "index": 2,
              "name": "检测零件",
              "description": "逐个检查",
              "params": [
                { "key": "count", "type": "int", "default": 6, "min": 0, "max": 24 },
                { "key": "mode", "type": "enum", "choices": ["fast", "accurate"], "default": "fast" },
                { "key": "strict", "type": "bool", "default": false },
                { "key": "lot", "type": "string", "min_length": 1, "max_length": 20, "pattern": "^[A-Z]\\d+$", "description": "批号 \"A1\"" }
              ]
            }
          ],
          "required_assets": {
            "p001": { "config": "assets/p001.json", "template": "assets/p001.png" },
            "p002": { "config": "assets/p002.json" }
          },
          "default_config": { "config": "assets/default.json" }
        }
        """;

    /// <summary>Other white space, other order of keys, steps and assets, other spellings of numbers and texts; the same meaning.</summary>
    public const string Rewritten = """
        {"default_config":{"config":"assets\/default.json"},"entry_point":"algorithm_example.main:PartInspection",
        "required_assets":{"p002":{"config":"assets/p002.json"},"p001":{"template":"assets/p001.png","config":"assets/p001.json"}},
        "steps":[{"params":[{"type":"int","max":24,"min":0,"default":6,"key":"count"},{"default":"fast","choices":["fast","accurate"],"type":"enum","key":"mode"},
        {"required":false,"key":"strict","type":"bool","default":false},
        {"description":"\u6279\u53f7 \"A1\"","pattern":"^[A-Z]\\d+$","max_length":20,"min_length":1,"type":"string","key":"lot","unit":null}],
        "description":"逐个检查","name":"检测零件","index":2},
        {"params":[{"default":{"x":1,"y":2,"width":3,"height":4},"required":true,"type":"rect","key":"roi"},
        {"clamp":true,"unit":"ms","max":1.6e1,"min":8.0,"default":12.50,"type":"float","key":"exposure"}],
        "operation_guide":"放好料盘","name":"定位料盘","id":"locate_tray","index":1}],
        "supported_pids":["p002","p001"],"description":"料盘检测","version":"1.0.0","name":"algorithm-example"}
        """;
}
