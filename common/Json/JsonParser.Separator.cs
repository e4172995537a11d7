namespace ProcVision.Json;

internal sealed partial class JsonParser
{
    /// <summary>Watches the commas of one array or object: exactly one between two elements.</summary>
    private struct Separator(JsonProblemList problems)
    {
        private bool _isBehindElement;
        private JsonSpan? _comma;

        public void BeginElement(JsonSpan element, string what)
        {
            if (_isBehindElement)
                problems.Add(element, $"',' is missing before this {what}", "Add ','");
            _isBehindElement = true;
            _comma = null;
        }

        public void TakeComma(JsonToken comma)
        {
            if (!_isBehindElement)
                problems.Add(comma.Span, "this comma separates nothing", "Remove it");
            _isBehindElement = false;
            _comma ??= comma.Span;
        }

        public readonly void End()
        {
            if (_comma is { } comma)
                problems.Add(comma, "a comma stands before the closing bracket", "Remove the comma");
        }
    }
}
