using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What the codes of an ERROR mean, for people who do not know them by heart.</summary>
internal static class ErrorText
{
    /// <summary>The meaning (conformance 173–182); null for a code of the algorithm's own.</summary>
    public static string? OfCode(string code) => code switch
    {
        "1000" => "协议错误",
        AnswerCode.InvalidPid => "不支持的产品型号",
        AnswerCode.ImageLoadFailed => "图像加载失败",
        "1003" => "缺少模型、配置或前一步骤的结果",
        "1004" => "GPU 显存不足",
        AnswerCode.Timeout => "超时或进程已结束",
        AnswerCode.InvalidParams => "参数或返回值无效",
        "1007" => "坐标无效",
        "1009" => "执行时发生异常",
        "1010" => "stdout 被污染",
        AnswerCode.Unknown => "未知错误",
        _ => null,
    };

    /// <summary>The meaning of <c>error_kind</c> (C5); the word itself when it is none of ours.</summary>
    public static string OfKind(string kind) => kind switch
    {
        "recoverable" => "可恢复",
        "fatal" => "致命",
        "program" => "程序错误",
        _ => kind,
    };
}
