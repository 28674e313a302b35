### How much data everyday activities take.

usage-activity = 用途
usage-what = 说明
usage-amount = 每天
usage-amounts = 包含
usage-typical = 一般
usage-range = 最低–最高
usage-preset = 使用强度
usage-per-hour = /小时
usage-per-item = /次
usage-presets = 全天用量
usage-sources = 来源
usage-minutes = { $count } 分钟
usage-how = 计算一天的用量：`simplan usage maps=1h messages=100 video=30min`。按此用量比较方案：`simplan compare --days 10 --use medium`。
usage-day = 每天约用 { $data }：最低估计 { $low }，最高估计 { $high }。其中最没有把握的一项，可信度为{ $confidence }。
usage-compare = 比较方案：`{ $command }`。
usage-not-counted = 系统更新、备份和云相册可能用掉几个 GB，无法估计：请连上 Wi-Fi 再做。
usage-offline-map = 摩洛哥离线地图只需下载一次（{ $size }），可省下大部分导航流量。

usage-maps = 地图导航
usage-messages = 文字消息
usage-photos = 发送照片
usage-voice-call = 语音通话
usage-video-call = 视频通话
usage-social = 社交应用
usage-short-video = 短视频
usage-video = 在线视频
usage-video-hd = 高清视频
usage-music = 在线音乐
usage-web = 浏览网页
usage-meeting = 视频会议

usage-light = 轻度
usage-medium = 中度
usage-heavy = 重度
usage-work = 办公
