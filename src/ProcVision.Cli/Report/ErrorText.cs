using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What the codes of an ERROR mean, for people who do not know them by heart.</summary>
internal static class ErrorText
{
    /// <summary>The meaning (conformance 173–182); null for a code of the algorithm's own.</summary>
    public static string? OfCode(string code) => code switch
    {
        "1000" => Words.Of("协议错误", "protocol error"),
        AnswerCode.InvalidPid => Words.Of("不支持的产品型号", "product not supported"),
        AnswerCode.ImageLoadFailed => Words.Of("图像加载失败", "the picture cannot be loaded"),
        "1003" => Words.Of("缺少模型、配置或前一步骤的结果", "a model, a configuration or the result of an earlier step is missing"),
        "1004" => Words.Of("GPU 显存不足", "out of GPU memory"),
        AnswerCode.Timeout => Words.Of("超时或进程已结束", "too slow, or the process has ended"),
        AnswerCode.InvalidParams => Words.Of("参数或返回值无效", "a parameter or a returned value is invalid"),
        "1007" => Words.Of("坐标无效", "invalid coordinates"),
        "1009" => Words.Of("执行时发生异常", "an exception while executing"),
        "1010" => Words.Of("stdout 被污染", "something else on stdout"),
        AnswerCode.Unknown => Words.Of("未知错误", "unknown error"),
        _ => null,
    };

    /// <summary>The meaning of <c>error_kind</c> (C5); the word itself when it is none of ours.</summary>
    public static string OfKind(string kind) => kind switch
    {
        "recoverable" => Words.Of("可恢复", "recoverable"),
        "fatal" => Words.Of("致命", "fatal"),
        "program" => Words.Of("程序错误", "mistake in the program"),
        _ => kind,
    };
}
